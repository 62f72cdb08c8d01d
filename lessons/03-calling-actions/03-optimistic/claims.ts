import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function holdJudge({ db }: CheckContext): Promise<{ go(): Promise<void> }> {
	const word = crypto.randomUUID();
	const say = async (what: "hold" | "go") => {
		const data = await db.read();
		const row = { id: 1, createdAt: "2026-05-02T00:00:00.000Z", owner: "judge", text: `${what} ${word}` };
		await db.replace({ ...data, draft: [row] });
	};
	await say("hold");
	return { go: () => say("go") };
}

export default defineClaims([
	{
		id: "back-to-the-base",
		statement:
			"When the transition is over, the value given to useOptimistic is shown again, also after success: if nobody has refreshed it, the tick vanishes though the row is stored.",
		points: ["C7"],
		async run(context) {
			const { page, db, log, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			const box = page.getByRole("listitem").filter({ hasText: "Balanced brackets" });
			await box.getByRole("checkbox").click();
			await log.waitFor(/judge: problem 2 begins/, { timeoutMs: 10_000 });
			await expect(box.locator("input:checked"), "While the action runs, it is ticked.").toHaveCount(1);
			await judge.go();
			await expect(page.getByText("Saving…"), "The transition is over.").toHaveCount(0);
			await expect(box.locator("input:checked"), "The tick is gone.").toHaveCount(0);
			const row = (await db.table("problem")).find((problem) => problem.id === 2);
			expect(row?.solved, "The row says solved.").toBe(true);
		},
	},
	{
		id: "back-when-it-throws",
		statement:
			"When the action throws, the optimistic value is taken back as well, without a line of code for it.",
		points: ["C7"],
		async run(context) {
			const { page, log, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/claim");
			await page.getByRole("button", { name: "Try" }).click();
			await log.waitFor(/judge: problem 3 begins/, { timeoutMs: 10_000 });
			await expect(
				page.getByTestId("state"),
				"While the action runs, the hoped-for value is shown.",
			).toHaveText("running, hoping");
			await judge.go();
			await expect(page.getByTestId("state"), "After it has thrown, the true value is.").toHaveText(
				"quiet, as the server said",
			);
		},
	},
	{
		id: "complains-outside",
		statement:
			"In development React writes an error to the console when an optimistic value is set outside of a transition, and none when it is set inside of one.",
		points: ["C7"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Inside" }).click();
			expect(await page.getByTestId("console").textContents(), "Inside, there is none.").toEqual([""]);
			await page.getByRole("button", { name: "Outside" }).click();
			await expect(page.getByTestId("console"), "Outside, the console has an error about it.").toHaveText(
				/^Outside: An optimistic state update occurred outside a transition or action/,
			);
		},
	},
	{
		id: "one-on-top-of-the-other",
		statement:
			"The function given to useOptimistic gets the value as it is shown now, so that several changes add up; all of them are taken back when the last action is done.",
		points: ["C7"],
		async run(context) {
			const { page, log, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/claim");
			const button = page.getByRole("button", { name: "Add five" });
			await button.click();
			await log.waitFor(/judge: problem 1 begins/, { timeoutMs: 10_000 });
			await button.click();
			await expect(page.getByTestId("state"), "Both changes are in the sum.").toHaveText("running, 20");
			await judge.go();
			await expect(page.getByTestId("state"), "In the end the true value is shown again.").toHaveText(
				"quiet, 10",
			);
		},
	},
]);
