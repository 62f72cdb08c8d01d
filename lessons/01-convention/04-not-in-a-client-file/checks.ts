import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

async function open({ page, expect }: CheckContext): Promise<void> {
	await page.goto("/");
	await expect(page, "The page does not show the chores of the seed.").toContainText("1 of 3 done");
}

/** The title and the state of every chore, as stored. */
async function stored({ db }: CheckContext): Promise<string[]> {
	return (await db.table("problem")).map(({ title, solved }) => `${title}: ${solved ? "done" : "open"}`);
}

export default defineChecks([
	{
		id: "page-comes-up",
		title: "The page comes up again",
		points: ["A6", "H2"],
		hints: [
			"The message talks about “use client”. Which other directive is in that file?",
			'A file that begins with "use client" cannot define a Server Action. It can import one from a file that begins with "use server", or be handed one as a prop.',
			'// app/actions.ts\n"use server";\n\nexport async function setSolved(id: number, solved: boolean) { /* … */ }\n\n// app/chore-list.tsx\nimport { setSolved } from "./actions";',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run({ http, expect }) {
			const page = await http.get("/");
			expect(
				page,
				"The page answered with an error instead of the chores. The server log has the message, which may point at the wrong line. What to look for: a file for the browser (use client) that defines a Server Action, or that imports the database or next/cache without a directive of its own; and state in a file without use client.",
			).toHaveStatus(200);
			expect(page, "The page comes up, but it does not show the chores.").toShow("Water the fern");
		},
	},
	{
		id: "tick-is-stored",
		title: "A tick is stored, and shown",
		points: ["A6", "H2"],
		requires: ["page-comes-up"],
		hints: [
			"Tick a chore and reload the preview. Is it still ticked?",
			"The component decides when, the action does the writing. It gets what it needs to know as arguments: which chore, and its new state.",
			"onChange={(event) => setSolved(chore.id, event.target.checked)}",
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, expect } = context;
			await open(context);
			await page.getByLabel("Water the fern").check();
			await expect
				.poll(
					() => stored(context),
					"“Water the fern” was ticked, but the tick was not stored, or something else was. Does the box call the action, with the id of its chore?",
				)
				.toEqual(["Water the fern: done", "Feed the cat: done", "Return the ladder: open"]);
			await expect(
				page,
				"The tick was stored, but the open page still counts one chore as done. Revalidate in the action.",
			).toContainText("2 of 3 done");
		},
	},
	{
		id: "untick-is-stored",
		title: "A tick can be taken back",
		points: ["H2"],
		requires: ["tick-is-stored"],
		hints: [
			"The cat has not been fed after all. Take the tick away.",
			"The new state of the box is an argument of the action.",
			"await db.problem.update({ where: { id }, data: { solved } });",
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, expect } = context;
			await open(context);
			await page.getByLabel("Feed the cat").uncheck();
			await expect
				.poll(() => stored(context), "The tick of “Feed the cat” was taken back, and that was not stored.")
				.toEqual(["Water the fern: open", "Feed the cat: open", "Return the ladder: open"]);
		},
	},
	{
		id: "hiding-still-works",
		title: "What is done can still be hidden",
		points: ["A6"],
		requires: ["page-comes-up"],
		hints: [
			"Tick “Hide what is done”.",
			"Hiding is state of the browser: the list has to stay a Client Component. Only the action moves.",
			'// app/chore-list.tsx\n"use client";\n// …\nconst [hideDone, setHideDone] = useState(false);',
		],
		docs: "https://nextjs.org/docs/app/api-reference/directives/use-client",
		async run(context) {
			const { page, expect } = context;
			await open(context);
			await page.getByLabel("Hide what is done").check();
			await expect(
				page.getByRole("listitem").filter({ hasText: "Feed the cat" }),
				"“Hide what is done” was ticked, and “Feed the cat”, which is done, is still shown. Leave the list a Client Component, with its state.",
			).toHaveCount(0);
			await expect(
				page.getByRole("listitem"),
				"With what is done hidden, the two open chores should be left.",
			).toHaveCount(2);
		},
	},
]);
