import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function failsWith({ http, log, expect }: CheckContext, pattern: RegExp): Promise<void> {
	expect(await http.get("/claim"), "The page answers with an error.").toHaveStatus(500);
	const line = await log.waitFor(pattern, { timeoutMs: 10_000 });
	expect(line.text, "The server log says why.").toMatch(pattern);
}

export default defineClaims([
	{
		id: "plain-function",
		statement:
			"A page that passes a plain function to a Client Component fails when it is rendered, not when it is compiled.",
		points: ["A5"],
		run: (context) => failsWith(context, /Functions cannot be passed directly to Client Components/),
	},
	{
		id: "arrow-is-plain",
		statement: "An arrow function around an action is a plain function, and fails like one.",
		points: ["A5"],
		run: (context) => failsWith(context, /Functions cannot be passed directly to Client Components/),
	},
	{
		id: "event-handler",
		statement: "For a plain function in a prop whose name begins with on, the message is another one.",
		points: ["A5"],
		run: (context) => failsWith(context, /Event handlers cannot be passed to Client Component props/),
	},
	{
		id: "bound-is-an-action",
		statement: "What bind returns is still an action; the bound arguments come first.",
		points: ["A5", "C8"],
		async run({ page, db, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Save" }).click();
			await expect
				.poll(
					async () => (await db.table("message")).at(-1)?.text,
					"The action got the bound argument first.",
				)
				.toBe("bound, then given");
		},
	},
	{
		id: "any-name",
		statement: "At run time the name of the prop does not matter: an action passed as onSave works as well.",
		points: ["A5"],
		async run({ page, db, expect }) {
			await page.goto("/claim");
			for (const name of ["saveAction", "onSave", "store"]) {
				await page.getByRole("button", { name }).click();
				await expect
					.poll(async () => (await db.table("message")).at(-1)?.text, `The action passed as ${name} ran.`)
					.toBe(name);
			}
		},
	},
]);
