import type { CheckContext, Locator } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const sum = { id: 1, title: "Two numbers with one sum" };
const brackets = { id: 2, title: "Balanced brackets" };
const halting = { id: 3, title: "Will it ever halt?" };

type Problem = typeof sum;

/** Tells the judge of the app to wait until `go`. What a check before left behind is called off by it. */
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

async function tick({ page }: CheckContext, problem: Problem): Promise<void> {
	await page.getByRole("listitem").filter({ hasText: problem.title }).getByRole("checkbox").click();
}

/** Finds something exactly when the problem is ticked on the page. */
function ticked({ page }: CheckContext, problem: Problem): Locator {
	return page.getByRole("listitem").filter({ hasText: problem.title }).locator("input:checked");
}

async function isSolved({ db }: CheckContext, problem: Problem): Promise<unknown> {
	return (await db.table("problem")).find((row) => row.id === problem.id)?.solved;
}

async function judgeBegins({ log, page, expect }: CheckContext, problem: Problem): Promise<void> {
	await log.waitFor(new RegExp(`judge: problem ${problem.id} begins`), { timeoutMs: 10_000 });
	await expect(
		page.getByText("Saving…"),
		"While the action runs, the page should say “Saving…”. Keep that line, and let it show whether the transition is pending.",
	).toBeVisible();
}

/** Resolves when the page is through with everything it was asked. */
async function allDone({ page, expect }: CheckContext): Promise<void> {
	await expect(
		page.getByText("Saving…"),
		"The judge has answered, and the page still says “Saving…”.",
	).toHaveCount(0);
}

export default defineChecks([
	{
		id: "tick-is-kept",
		title: "After the judge has agreed, the problem stays ticked",
		points: ["C7", "I2"],
		hints: [
			"The row in the database says solved. What does the open page know about it?",
			"The boxes show what the page was given when it was rendered. After the write, the action has to say that this is out of date; the new list then comes back with its answer.",
			'import { revalidatePath } from "next/cache";\n// … after the update\nrevalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await page.markDocument();
			await tick(context, sum);
			await judgeBegins(context, sum);
			await judge.go();
			await allDone(context);
			expect(await isSolved(context, sum), "The problem was ticked, but it is not stored as solved.").toBe(
				true,
			);
			await expect(
				ticked(context, sum),
				"The judge agreed and the problem is stored as solved, but on the page the tick is gone (or never came). The page shows the list it had before: let the action say that it is out of date.",
			).toHaveCount(1);
			expect(await page.isSameDocument(), "To show the tick, the browser loaded a new document.").toBe(true);
		},
	},
	{
		id: "tick-is-instant",
		title: "The tick is there before the judge has answered, and it counts",
		points: ["C7", "I2"],
		hints: [
			"For two seconds you know how it will most probably end. Why not show it?",
			"`useOptimistic` takes the true value and shows another one in its place while a transition runs. Set it inside the transition, before you await the action, and show what it gives you: in the list, and in everything worked out from the list.",
			"const [shown, showAs] = useOptimistic(problems, (list, change: { id: number; solved: boolean }) =>\n\tlist.map((problem) => (problem.id === change.id ? { ...problem, solved: change.solved } : problem)),\n);\n// …\nstartTransition(async () => {\n\tshowAs({ id, solved });\n\tawait setSolved(id, solved);\n});",
		],
		docs: "https://react.dev/reference/react/useOptimistic",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await expect(page, "At first, the page should say “1 of 4 solved”.").toContainText("1 of 4 solved");
			await tick(context, sum);
			await judgeBegins(context, sum);
			await expect(
				ticked(context, sum),
				"The judge is still at it, and the box that was clicked is not ticked. Show the hoped-for value at once: set it in the transition, before the action is awaited.",
			).toHaveCount(1, { timeoutMs: 2_000 });
			await expect(
				page,
				"The box is ticked at once. The number above the list still counts without it: work it out from the optimistic list.",
			).toContainText("2 of 4 solved", { timeoutMs: 2_000 });
			await judge.go();
			await allDone(context);
		},
	},
	{
		id: "two-at-once",
		title: "Two ticks in quick succession both count",
		points: ["C7"],
		requires: ["tick-is-kept", "tick-is-instant"],
		hints: [
			"Tick two problems while the first one is still with the judge.",
			"The list you close over is the server's: it knows nothing of the first tick. The second argument of `useOptimistic` is a function that gets the list as it is shown now; say what changes, and let it work out the rest.",
			"useOptimistic(problems, (list, change: { id: number; solved: boolean }) =>\n\tlist.map((problem) => (problem.id === change.id ? { ...problem, solved: change.solved } : problem)),\n)",
		],
		docs: "https://react.dev/reference/react/useOptimistic",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await tick(context, sum);
			await judgeBegins(context, sum);
			await tick(context, brackets);
			await expect(ticked(context, brackets), "The second box that was clicked is not ticked.").toHaveCount(
				1,
			);
			await expect(
				ticked(context, sum),
				"Two boxes were clicked, one after the other, and with the second tick the first one vanished. Build on what is shown now, not on the list the server sent.",
			).toHaveCount(1, { timeoutMs: 2_000 });
			await judge.go();
			await expect.poll(() => isSolved(context, brackets), "The second tick was never stored.").toBe(true);
			await allDone(context);
			expect(await isSolved(context, sum), "The first of the two ticks was not stored.").toBe(true);
			for (const problem of [sum, brackets]) {
				await expect(
					ticked(context, problem),
					"Both ticks were stored, but in the end they are not both shown.",
				).toHaveCount(1);
			}
		},
	},
	{
		id: "refused-is-undone",
		title: "What the judge refuses is not ticked any more",
		points: ["C7", "I2"],
		requires: ["tick-is-instant"],
		hints: [
			"Tick “Will it ever halt?”.",
			"A value of your own has to be taken back by you, in every case there is. An optimistic value is taken back by React: when the transition is over, the true value is shown again, whatever it is.",
			"const [shown, showAs] = useOptimistic(problems, …);",
		],
		docs: "https://react.dev/reference/react/useOptimistic",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await tick(context, halting);
			await judgeBegins(context, halting);
			await judge.go();
			await allDone(context);
			expect(await isSolved(context, halting), "A problem that the judge refused was stored as solved.").toBe(
				false,
			);
			await expect(
				ticked(context, halting),
				"The judge refused, nothing was stored, and the box is still ticked. When the action is over, show what the server has.",
			).toHaveCount(0);
			await expect(page, "The judge refused, and the number above the list still counts it.").toContainText(
				"1 of 4 solved",
			);
		},
	},
	{
		id: "refused-is-said",
		title: "A refusal is said, and not only seen",
		points: ["C7", "I2"],
		hints: [
			"A tick that vanishes by itself looks like a fault of the page.",
			'The action returns why it refused. Keep that in state after you awaited it, and show it in the element with role="alert", which is read aloud.',
			'const [message, setMessage] = useState("");\n// … in the transition\nconst { error } = await setSolved(id, solved);\nsetMessage(error ?? "");\n// …\n<p role="alert" className="error">\n\t{message}\n</p>',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/Accessibility/ARIA/Reference/Roles/alert_role",
		async run(context) {
			const { page, expect } = context;
			const alerts = async () => (await page.getByRole("alert").textContents()).join(" ").trim();
			const judge = await holdJudge(context);
			await page.goto("/");
			const before = await alerts();
			await tick(context, halting);
			await judgeBegins(context, halting);
			await judge.go();
			await allDone(context);
			await expect
				.poll(
					alerts,
					'The judge refused, and there is no word about it: the element with role="alert" says nothing new. Show the error that the action returned.',
				)
				.not.toBe(before);
		},
	},
]);
