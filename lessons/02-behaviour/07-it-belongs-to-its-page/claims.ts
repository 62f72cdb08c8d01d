import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

/** Opens the page and presses its only button, with JavaScript off. */
async function press({ http, expect }: CheckContext, path: string): Promise<void> {
	const page = await http.get(path, { timeoutMs: 30_000 });
	expect(page, `The page ${path} comes up.`).toHaveStatus(200);
	await page.forms[0]?.submit({}, { timeoutMs: 30_000 });
}

export default defineClaims([
	{
		id: "runtime-of-the-page",
		statement:
			"One and the same action runs in the Edge Runtime for a page that says edge, and in Node.js for one that does not.",
		points: ["B9"],
		async run(context) {
			const { log, expect } = context;
			await press(context, "/claim/edge");
			const edge = await log.waitFor(/claim: called in/);
			expect(edge.text, "Called from the page on the edge.").toContain("called in edge");
			await press(context, "/claim/node");
			const node = await log.waitFor(/claim: called in nodejs/);
			expect(node.text, "Called from the other page.").toContain("called in nodejs");
		},
	},
	{
		id: "edge-is-deprecated",
		statement: "A build with a page on the edge says that the Edge Runtime is deprecated.",
		points: ["B9"],
		mode: "production",
		async run({ sandbox, log, expect }) {
			await sandbox.change({ "lib/build.ts": 'export const build = "second";\n' });
			const line = await log.waitFor(/edge runtime is deprecated/i, { timeoutMs: 10_000 });
			expect(line.text, "The output of the build.").toMatch(/deprecated/i);
		},
	},
	{
		id: "nearest-wins",
		statement:
			"A layout's runtime holds for the actions of the pages below it; a page that says otherwise wins.",
		points: ["B9", "B10"],
		async run(context) {
			const { log, expect } = context;
			await press(context, "/claim/inherits");
			const edge = await log.waitFor(/claim: called in/);
			expect(edge.text, "The page says nothing, its layout says edge.").toContain("called in edge");
			await press(context, "/claim/differs");
			const node = await log.waitFor(/claim: called in nodejs/);
			expect(node.text, "The page says nodejs, its layout says edge.").toContain("called in nodejs");
		},
	},
	{
		id: "needs-node",
		statement:
			"A page on the edge fails when a module of its action needs Node.js, even before the action is called.",
		points: ["B9"],
		async run({ http, log, expect }) {
			const page = await http.get("/claim", { timeoutMs: 30_000 });
			expect(page, "The page with the action fails.").toHaveStatus(500);
			const line = await log.waitFor(/node:fs|Edge Runtime/, { timeoutMs: 10_000 });
			expect(line.text, "The server log names what is missing.").toMatch(/node:fs|Edge Runtime/);
		},
	},
	{
		id: "no-limit-here",
		statement: "On your own computer an action may run longer than the maxDuration of its page.",
		points: ["B10"],
		async run(context) {
			await press(context, "/claim");
			context
				.expect(
					(await context.db.table("message")).slice(1).map(({ text }) => text),
					"What the action noted.",
				)
				.toEqual(["begun", "finished"]);
		},
	},
	{
		id: "not-the-fetch-cache",
		statement:
			"fetchCache of the page is not inherited: a fetch in the page is cached, and the same fetch in its action is made anew every time.",
		points: ["B10"],
		async run(context) {
			const { http, db, expect } = context;
			const shown = async () =>
				(await http.get("/claim")).document.querySelector("[role=status]")?.textContent;
			const first = await shown();
			expect(await shown(), "The page shows the same answer twice.").toBe(first);
			await press(context, "/claim");
			expect((await db.table("message")).at(-1)?.text, "The action asked twice.").toBe("two answers");
		},
	},
]);
