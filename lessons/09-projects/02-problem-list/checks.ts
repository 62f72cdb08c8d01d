import type { CheckContext, Locator } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const word = { id: 2, title: "Longest word" };
const proof = { id: 3, title: "Prove that P is NP" };
const crash = { id: 4, title: "Crash the judge" };
const NEW = "Sort by length";

/** Tells the judge of the app to wait until `go`. What a check before left behind is called off by it. */
async function holdJudge({ db }: CheckContext): Promise<{ go(): Promise<void> }> {
	const password = crypto.randomUUID();
	const say = async (what: "hold" | "go") => {
		const data = await db.read();
		const row = { id: 1, createdAt: "2026-05-02T00:00:00.000Z", owner: "judge", text: `${what} ${password}` };
		await db.replace({ ...data, draft: [row] });
	};
	await say("hold");
	return { go: () => say("go") };
}

const item = ({ page }: CheckContext, title: string): Locator =>
	page.getByRole("listitem").filter({ hasText: title });

/** Finds something exactly when the problem is ticked on the page. */
const ticked = (context: CheckContext, title: string) => item(context, title).locator("input:checked");

/** Finds something exactly when the page says that the problem is under way. */
const busy = ({ page }: CheckContext, title: string) =>
	page.locator('li[aria-busy="true"]').filter({ hasText: title });

const tick = (context: CheckContext, title: string) => item(context, title).getByRole("checkbox").click();

/** Resolves when the judge has been asked: the action runs, and does not come to an end before `go`. */
async function judgeThinks({ log }: CheckContext, about: string): Promise<void> {
	await log.waitFor(new RegExp(`judge: ${about}`), { timeoutMs: 20_000 });
}

/** Resolves when the page is through with everything that it was asked. */
async function allDone({ page, exchanges, expect }: CheckContext, calls = 1): Promise<void> {
	await expect
		.poll(
			() => exchanges.all().filter(({ method }) => method === "POST").length,
			"The judge has answered, and the action did not come to an end.",
			{ timeoutMs: 20_000 },
		)
		.toBeGreaterThan(calls - 1);
	await expect(
		page.locator('li[aria-busy="true"]'),
		'The judge has answered, and a problem still has aria-busy="true".',
	).toHaveCount(0, { timeoutMs: 10_000 });
}

async function isSolved({ db }: CheckContext, id: number): Promise<unknown> {
	return (await db.table("problem")).find((row) => row.id === id)?.solved;
}

async function alerts({ page }: CheckContext): Promise<string> {
	return (await page.getByRole("alert").textContents()).join(" ").trim();
}

export default defineChecks([
	{
		id: "tick-is-instant",
		title: "A tick is there at once, counts at once, and is marked as under way",
		points: ["I2", "C7"],
		hints: [
			"What does the page show while the judge thinks?",
			"`useOptimistic` shows a hoped-for list while a transition runs. Set it in the transition, before the action is awaited. A row can carry a mark of its own, which goes when the hope goes.",
			"const [rows, showAs] = useOptimistic(problems, (rows, { id, solved }) =>\n\trows.map((row) => (row.id === id ? { ...row, solved, busy: true } : row)),\n);\n// in the transition\nshowAs({ id, solved });\nawait setSolved(id, solved);\n// …\n<li key={row.id} aria-busy={row.busy}>",
		],
		docs: "https://react.dev/reference/react/useOptimistic",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await expect(page, "At first, the page should say “1 of 4 solved”.").toContainText("1 of 4 solved");
			await tick(context, word.title);
			await judgeThinks(context, `problem ${word.id}`);
			await expect(
				ticked(context, word.title),
				"The judge is still thinking, and the box that was clicked is not ticked.",
			).toHaveCount(1, { timeoutMs: 2_000 });
			await expect(
				page,
				"The box is ticked at once, and the line above the list does not count it.",
			).toContainText("2 of 4 solved", { timeoutMs: 2_000 });
			await expect(
				busy(context, word.title),
				'While the judge thinks, the item of the list should have aria-busy="true".',
			).toHaveCount(1, { timeoutMs: 2_000 });
			await expect(
				page.locator('li[aria-busy="true"]'),
				"One problem is under way, and others are marked as well.",
			).toHaveCount(1, { timeoutMs: 2_000 });
			await judge.go();
			await allDone(context);
		},
	},
	{
		id: "tick-is-kept",
		title: "What the judge accepts is stored, and stays ticked",
		points: ["I2", "C7"],
		requires: ["tick-is-instant"],
		hints: [
			"Watch the tick until the judge is done.",
			"When the transition is over, the true list is shown again. It has to be the new one by then: let the action say that the page is out of date.",
			'await db.problem.update({ where: { id }, data: { solved } });\nrevalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await page.markDocument();
			await tick(context, word.title);
			await judgeThinks(context, `problem ${word.id}`);
			await judge.go();
			await allDone(context);
			expect(await isSolved(context, word.id), "The judge accepted a problem, and it is not stored.").toBe(
				true,
			);
			await expect(
				ticked(context, word.title),
				"The judge accepted the problem and it is stored, but on the page the tick is gone.",
			).toHaveCount(1);
			expect(await page.isSameDocument(), "To show the tick, the browser loaded a new document.").toBe(true);
		},
	},
	{
		id: "refusal-takes-back-one",
		title: "What the judge refuses is taken back, and nothing else",
		points: ["I2", "C7"],
		requires: ["tick-is-instant"],
		hints: [
			"Tick “Prove that P is NP”, and another one right after it.",
			"Do not put back a copy of the list: much may have happened since it was made. Each hope stands for itself; what is shown is the true list with the hopes on top.",
			"const [rows, showAs] = useOptimistic(problems, (rows, change) => …);",
		],
		docs: "https://react.dev/reference/react/useOptimistic",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await tick(context, proof.title);
			await judgeThinks(context, `problem ${proof.id}`);
			await tick(context, word.title);
			for (const { title } of [proof, word]) {
				await expect(
					ticked(context, title),
					"Two boxes were clicked, one after the other, and they are not both ticked.",
				).toHaveCount(1, { timeoutMs: 2_000 });
			}
			await judge.go();
			await allDone(context, 2);
			expect(await isSolved(context, proof.id), "What the judge refused was stored as solved.").toBe(false);
			expect(await isSolved(context, word.id), "What the judge accepted was not stored.").toBe(true);
			await expect(
				ticked(context, proof.title),
				"The judge refused a problem, and its box is still ticked.",
			).toHaveCount(0);
			await expect(
				ticked(context, word.title),
				"The judge accepted the second of two problems, and its tick is gone.",
			).toHaveCount(1);
		},
	},
	{
		id: "refusal-is-said",
		title: "A refusal is said, with the problem and the reason",
		points: ["I2", "D4"],
		hints: [
			"Two are under way, one is refused. What would you want to read?",
			'Return the reason from the action, and keep it in state together with the title. The element with role="alert" is read aloud.',
			'const { error } = await setSolved(id, solved);\nif (error !== null) setMessage(title + ": " + error);',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/Accessibility/ARIA/Reference/Roles/alert_role",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await tick(context, proof.title);
			await judgeThinks(context, `problem ${proof.id}`);
			await judge.go();
			await expect
				.poll(
					() => alerts(context),
					'The judge refused, and the element with role="alert" does not give the reason that the action got.',
					{ timeoutMs: 15_000 },
				)
				.toContain("page 2");
			expect(await alerts(context), "The refusal is said, but not which problem it is about.").toContain(
				proof.title,
			);
		},
	},
	{
		id: "outage-is-survived",
		title: "When the judge cannot be reached, the list survives it",
		points: ["I2", "D5"],
		requires: ["tick-is-instant"],
		hints: [
			"Tick “Crash the judge”.",
			"An error thrown in a transition goes to the error page, which takes the place of the list. A problem with one tick is no reason for that: catch it in the transition, and say it.",
			'try {\n\tconst { error } = await setSolved(id, solved);\n\t// …\n} catch {\n\tsetMessage("The judge cannot be reached. Please try again.");\n}',
		],
		docs: "https://react.dev/reference/react/useTransition",
		async run(context) {
			const { page, exchanges, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await tick(context, crash.title);
			await judgeThinks(context, `problem ${crash.id}`);
			await judge.go();
			await exchanges.waitFor("the answer", ({ method }) => method === "POST", { timeoutMs: 20_000 });
			await expect
				.poll(() => alerts(context), 'The judge could not be reached, and nothing with role="alert" says so.')
				.toBeTruthy();
			expect(
				await item(context, word.title).count(),
				"The judge could not be reached for one problem, and the list is gone altogether.",
			).toBe(1);
			await expect(
				ticked(context, crash.title),
				"The judge could not be reached, and the box is still ticked.",
			).toHaveCount(0);
		},
	},
	{
		id: "new-problem-is-instant",
		title: "A new problem is on the list before the judge has seen it",
		points: ["I2", "C7"],
		hints: [
			"Add a problem, and count the seconds.",
			"A row that does not exist yet can be hoped for like a tick. It needs a key that no other row has.",
			"[...rows, { id: -rows.length, title, solved: false, busy: true }]",
		],
		docs: "https://react.dev/reference/react/useOptimistic",
		async run(context) {
			const { page, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await page.getByLabel("New problem").fill(NEW);
			await page.getByRole("button", { name: "Add" }).click();
			await judgeThinks(context, "a title");
			await expect(
				item(context, NEW),
				"A problem was added, the judge is still thinking, and it is not on the list.",
			).toHaveCount(1, { timeoutMs: 2_000 });
			await expect(
				busy(context, NEW),
				'While the judge thinks, the new item of the list should have aria-busy="true".',
			).toHaveCount(1, { timeoutMs: 2_000 });
			await judge.go();
			await allDone(context);
		},
	},
	{
		id: "new-problem-is-kept",
		title: "Once accepted it is there once, and the field is empty",
		points: ["I2", "C7"],
		requires: ["new-problem-is-instant"],
		hints: [
			"Add a problem, and count it on the list.",
			"Store it and refresh the true list in the same action. What was hoped for goes away by itself if you leave it to `useOptimistic`.",
			'await db.problem.create({ data: { title, solved: false } });\nrevalidatePath("/");',
		],
		docs: "https://react.dev/reference/react/useOptimistic",
		async run(context) {
			const { page, db, expect } = context;
			await holdJudge(context).then((judge) => judge.go());
			await page.goto("/");
			await page.getByLabel("New problem").fill(NEW);
			await page.getByRole("button", { name: "Add" }).click();
			await expect
				.poll(
					async () => (await db.table("problem")).filter(({ title }) => title === NEW).length,
					"A problem was added and accepted, and it is not stored once.",
					{ timeoutMs: 20_000 },
				)
				.toBe(1);
			await expect(
				page.getByLabel("New problem"),
				"A problem was added, and its title is still in the field.",
			).toHaveValue("", { timeoutMs: 15_000 });
			await expect
				.poll(
					async () => (await item(context, NEW).count()) - (await busy(context, NEW).count()),
					"A problem was added and accepted, and on the list it is gone.",
				)
				.toBeGreaterThan(0);
			await expect(busy(context, NEW), "The new problem was accepted, and is still under way.").toHaveCount(
				0,
			);
			await expect(
				item(context, NEW),
				"A problem was added and accepted, and it is on the list twice.",
			).toHaveCount(1);
		},
	},
	{
		id: "refused-problem-is-taken-back",
		title: "A refused one leaves the list, and its title is back in the field",
		points: ["I2", "D2"],
		requires: ["new-problem-is-instant"],
		hints: [
			"Add a problem with a title that is on the list.",
			"The field is emptied after a form's action, whatever it answered. Keep the title in state, and clear it only when the judge has agreed.",
			'const added = await ask(title, () => addProblem(title));\nif (added) setTitle("");',
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { page, db, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/");
			await page.getByLabel("New problem").fill(word.title);
			await page.getByRole("button", { name: "Add" }).click();
			await judgeThinks(context, "a title");
			await judge.go();
			await expect
				.poll(() => alerts(context), "A title was refused, and the alert does not give the reason.", {
					timeoutMs: 20_000,
				})
				.toContain("on the list already");
			await expect(
				item(context, word.title),
				"A new problem was refused, and it is still on the list.",
			).toHaveCount(1);
			expect(await db.table("problem"), "A refused problem was stored.").toHaveLength(4);
			await expect(
				page.getByLabel("New problem"),
				"A title was refused, and it has to be typed again.",
			).toHaveValue(word.title);
		},
	},
]);
