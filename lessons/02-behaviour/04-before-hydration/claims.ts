import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function reports({ db }: CheckContext): Promise<string[]> {
	return (await db.table("message")).slice(1).map(({ name, text }) => `${name}: ${text}`);
}

const stored = ["Impatient: a yellow glove"];

async function press({ page }: CheckContext, name: string): Promise<void> {
	await page.getByRole("button", { name, exact: true }).click();
}

/** Opens another page. What was under way before is answered or cut off, and recorded, by then. */
async function leave({ page, exchanges }: CheckContext): Promise<void> {
	await page.goto("/?left");
	await exchanges.waitFor("the next page", ({ url }) => url === "/?left");
}

export default defineClaims([
	{
		id: "handler-not-there",
		statement:
			"Before hydration onSubmit is not called: the browser sends the form by itself, with GET, and what was typed ends up in the address.",
		points: ["B2"],
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/late");
			await press(context, "Type and report");
			const sent = await exchanges.waitFor("the form", ({ url }) => url.includes("name=Impatient"));
			expect(sent.method, "It was sent with GET.").toBe("GET");
			await leave(context);
			expect(exchanges.actions(), "No action was called.").toHaveLength(0);
			expect(await reports(context), "Nothing was stored.").toEqual([]);
		},
	},
	{
		id: "queued",
		statement:
			"A form whose action is a function of the browser keeps a submission until it is hydrated, and then makes it once, with what was typed.",
		points: ["B2"],
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/late");
			await press(context, "Type and report");
			// Twenty questions and answers between the page and the check: time enough for a request to begin.
			for (let turn = 0; turn < 20; turn += 1) await page.url();
			expect(exchanges.actions(), "Before hydration nothing is sent.").toHaveLength(0);
			expect(await reports(context), "Nothing is stored.").toEqual([]);
			await press(context, "Scripts arrive");
			await expect.poll(() => reports(context), "When it is hydrated, the report is sent.").toEqual(stored);
			await leave(context);
			expect(exchanges.actions(), "It was sent once.").toHaveLength(1);
		},
	},
	{
		id: "queued-html",
		statement:
			"In the HTML such a form has no address to be sent to, so that without JavaScript it does nothing.",
		points: ["B2"],
		async run({ http, expect }) {
			const page = await http.get("/");
			const form = page.document.querySelector("form");
			expect(form?.getAttribute("action") ?? "", "Its address is a script that throws.").toMatch(
				/^javascript:throw/,
			);
			expect(page.form("Report").isServerAction, "It does not go to an action.").toBe(false);
		},
	},
	{
		id: "not-queued",
		statement:
			"A form whose action is the Server Action itself, or what useActionState makes of it, does not wait: before hydration the browser posts it, and loads the page anew.",
		points: ["B2"],
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/late");
			await press(context, "Type and report");
			const sent = await exchanges.waitFor("the form", ({ method }) => method === "POST", {
				timeoutMs: 20_000,
			});
			const names = sent.requestHeaders.map(([name]) => name.toLowerCase());
			expect(names.includes("next-action"), "It is a post of the browser, not a call by script.").toBe(false);
			await expect.poll(() => reports(context), "The report is stored.").toEqual(stored);
			await leave(context);
			expect(exchanges.actions(), "It was sent once.").toHaveLength(1);
		},
	},
	{
		id: "click-is-lost",
		statement: "A click on a button whose onClick is not hydrated yet is lost.",
		points: ["B2"],
		async run(context) {
			const { page, expect } = context;
			await page.goto("/late");
			await press(context, "Type and report");
			await press(context, "Scripts arrive");
			// An effect of the same component says that it is hydrated.
			await expect
				.poll(async () => (await reports(context)).includes("ready: hydrated"), "It is hydrated.")
				.toBe(true);
			await leave(context);
			const others = (await reports(context)).filter((report) => report !== "ready: hydrated");
			expect(others, "The click was not made up for.").toEqual([]);
		},
	},
	{
		id: "touched-first",
		statement:
			"React hydrates the part of the page that somebody clicks before the parts that stand above it.",
		points: ["B2"],
		async run(context) {
			const { page, expect } = context;
			const order = async (path: string) => {
				await page.goto(path);
				await page.getByRole("button", { name: "first" }).click();
				await page.getByRole("button", { name: "third" }).click();
				await press(context, "Show");
				await expect(page.getByRole("status"), "All parts are hydrated.").toContainText("second");
				return page.getByRole("status").textContents();
			};
			expect(await order("/claim"), "Left alone, from top to bottom.").toEqual(["first, second, third"]);
			expect(await order("/claim?touch"), "With a click on the third part.").toEqual([
				"third, first, second",
			]);
		},
	},
]);
