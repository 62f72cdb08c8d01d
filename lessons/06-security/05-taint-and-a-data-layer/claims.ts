import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;
const secret = "the-secret-of-the-pelican";

/** Presses the button of the claim's page; gives the body of the action's answer. */
async function answerOf({ page, exchanges }: CheckContext): Promise<string> {
	await page.goto("/claim");
	await page.getByRole("button", { name: "Ask" }).click();
	const { responseBody } = await exchanges.waitFor("the action", ({ method }) => method === "POST", {
		timeoutMs: 20_000,
	});
	return responseBody.data;
}

export default defineClaims([
	{
		id: "props-travel",
		statement:
			"All of an object that is given to a Client Component is sent to the browser, whether it is shown or not.",
		points: ["F7"],
		async run({ http, expect }) {
			const page = await http.get("/claim");
			expect(page.visibleText.includes(secret), "It is not shown.").toBe(false);
			expect(page.text, "It is in the document.").toContain(secret);
		},
	},
	{
		id: "answers-travel",
		statement: "What an action returns is sent as it is, with everything in it.",
		points: ["F7"],
		async run(context) {
			const { page, expect } = context;
			expect(await answerOf(context), "The secret is in the answer.").toContain(secret);
			await expect(page.getByRole("status"), "The page shows only the name.").toHaveText("Pelican", {
				timeoutMs: 15_000,
			});
		},
	},
	{
		id: "taint-stops",
		statement:
			"A tainted object that is given to a Client Component fails the page, with the message in the server log.",
		points: ["F7"],
		async run({ http, log, expect }) {
			const page = await http.get("/claim", { timeoutMs: PATIENCE });
			expect(page, "The page fails.").toHaveStatus(500);
			const line = await log.waitFor(/This pelican stays here/);
			expect(line.text, "The log has the message.").toContain("pelican");
		},
	},
	{
		id: "taint-stops-answers",
		statement: "A tainted object returned by an action fails the call.",
		points: ["F7"],
		async run(context) {
			const { page, log, expect } = context;
			const body = await answerOf(context);
			await expect(page.getByRole("status"), "The call is rejected.").toHaveText("rejected", {
				timeoutMs: 15_000,
			});
			expect(body.includes(secret), "The secret is not in the answer.").toBe(false);
			const line = await log.waitFor(/This pelican stays here/, { timeoutMs: 10_000 });
			expect(line.text, "The log has the message.").toContain("pelican");
		},
	},
	{
		id: "copy-passes",
		statement: "A copy of a tainted object is not tainted, nor are the values in it.",
		points: ["F7"],
		async run({ http, expect }) {
			const page = await http.get("/claim");
			expect(page, "The page with the copy works.").toHaveStatus(200);
			expect(page.text, "The secret of the copy was sent.").toContain(secret);
			expect(page.text, "So was the value on its own.").toContain(`${secret} alone`);
		},
	},
	{
		id: "value-stops",
		statement: "A value given to taintUniqueValue is stopped in any object.",
		points: ["F7"],
		async run({ http, log, expect }) {
			expect(await http.get("/claim", { timeoutMs: PATIENCE }), "The page fails.").toHaveStatus(500);
			const line = await log.waitFor(/This secret stays here/);
			expect(line.text, "The log has the message.").toContain("secret");
		},
	},
	{
		id: "derived-passes",
		statement: "What is made of a tainted value is not tainted.",
		points: ["F7"],
		async run({ http, expect }) {
			const page = await http.get("/claim");
			expect(page, "The page works.").toHaveStatus(200);
			// Another secret than elsewhere: what was tainted once may stay so in this process.
			expect(page.text, "The secret in capital letters was sent.").toContain("THE-SECRET-OF-THE-STORK");
		},
	},
	{
		id: "server-only",
		statement: 'A Client Component that imports a file with import "server-only" in it fails to compile.',
		points: ["F7"],
		async run({ http, log, expect }) {
			expect(await http.get("/claim", { timeoutMs: PATIENCE }), "The page fails.").toHaveStatus(500);
			const line = await log.waitFor(/server-only|only works in a Server Component/i);
			expect(line.text, "The log says why.").toMatch(/server-only|Server Component/i);
		},
	},
]);
