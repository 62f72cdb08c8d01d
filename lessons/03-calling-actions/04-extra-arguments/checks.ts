import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const visitor = "Ada";
/** The ids in the lesson's data. */
const seeded = [1, 2, 3];
/** A comment of the visitor's, not the first one. */
const own = 3;
const other = { id: 2, author: "Grace" };
const newText = "It worked at the third try.";

async function open(context: CheckContext): Promise<HttpResponse> {
	const { http, expect } = context;
	const page = await http.get("/");
	expect(
		[...(await comments(context)).keys()],
		"The page was only looked at, nobody has pressed anything, and a comment is gone: the action is called while the page is rendered. Bind it, do not call it.",
	).toEqual(seeded);
	expect(page, "The page answered with an error. The server log says which file and line.").toHaveStatus(200);
	return page;
}

async function comments({ db }: CheckContext): Promise<Map<unknown, unknown>> {
	return new Map((await db.table("comment")).map((row) => [row.id, row.text]));
}

/** The same value, with the visitor's id and name in it replaced by somebody else's. Anybody can do that to a request. */
function forged(value: unknown): unknown {
	if (value === own) return other.id;
	if (value === String(own)) return String(other.id);
	if (value === visitor) return other.author;
	if (Array.isArray(value)) return value.map(forged);
	if (typeof value === "object" && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forged(inner)]));
	}
	return value;
}

function forgedText(text: string): string {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === "object" && value !== null) return JSON.stringify(forged(value));
	} catch {
		// Not JSON: an ordinary field.
	}
	return String(forged(text));
}

/** Everything a form and its button would send, forged. */
function forgedFields(page: HttpResponse, button: string): Record<string, string> {
	const fields = Object.entries(page.form(button).fields);
	for (const element of page.document.querySelectorAll("button[name]")) {
		if (element.textContent?.trim() !== button) continue;
		fields.push([element.getAttribute("name") ?? "", element.getAttribute("value") ?? ""]);
	}
	return Object.fromEntries(fields.map(([name, value]) => [name, forgedText(value)]));
}

export default defineChecks([
	{
		id: "saves-the-right-one",
		title: "Save changes the comment it stands at, and no other",
		points: ["C8"],
		hints: [
			"The action gets the text. What does it not get?",
			"Bind the id to the action in the page. What is bound comes first when the action is called, the form data comes after it.",
			"// app/actions.ts\nexport async function saveComment(id: number, formData: FormData) { … }\n// app/page.tsx\n<form action={saveComment.bind(null, comment.id)}>",
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { expect } = context;
			const before = await comments(context);
			const page = await open(context);
			const button = `Save comment ${own}`;
			const answer = await page.form(button).submit({ text: newText }, { button, followRedirect: true });
			expect(
				answer,
				"Saving answered with an error: the action threw. The server log says where. (What is bound comes first when the action is called, the form data last.)",
			).not.toHaveStatus(500);
			const after = await comments(context);
			expect(
				after.get(own),
				`Comment ${own} was saved with a new text, and the database still has the old one. Which id did the action use? (What a hidden field holds arrives as text: make a number of it.)`,
			).toBe(newText);
			expect(
				[...after].filter(([id, text]) => id !== own && before.get(id) !== text),
				`Only comment ${own} was saved, and another one changed.`,
			).toEqual([]);
		},
	},
	{
		id: "deletes-the-right-one",
		title: "Delete takes the comment it stands at away, and no other",
		points: ["C8"],
		hints: [
			"This action has no form data to read. What does it need?",
			"bind works for any number of arguments. Without any that the action would read from the form, the bound ones are all it declares.",
			"export async function deleteComment(id: number) { … }\n// …\n<form action={deleteComment.bind(null, comment.id)}>",
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { expect } = context;
			const button = `Delete comment ${own}`;
			const page = await open(context);
			await page.form(button).submit({}, { button });
			expect(
				[...(await comments(context)).keys()],
				`Comment ${own} was deleted. Afterwards exactly that row should be missing from the table comment. (What a hidden field holds arrives as text: make a number of it.)`,
			).toEqual(seeded.filter((id) => id !== own));
		},
	},
	{
		id: "shown-in-place",
		title: "The open page shows what has changed, without being loaded again",
		points: ["C8", "B3"],
		requires: ["saves-the-right-one", "deletes-the-right-one"],
		hints: [
			"The row has changed. Does the page know?",
			"After a write, the action says which page is out of date.",
			'revalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await page.markDocument();
			await page.getByRole("button", { name: `Delete comment ${own}` }).click();
			await expect(
				page.getByRole("button", { name: `Delete comment ${own}` }),
				"The comment was deleted, and the open page still shows it. Revalidate after the write.",
			).toHaveCount(0);
			await page.getByLabel("Text of comment 1").fill(newText);
			await page.getByRole("button", { name: "Save comment 1" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: newText }),
				"The comment was saved, and the open page still shows the old text. Revalidate after the write.",
			).toBeVisible();
			expect(await page.isSameDocument(), "The browser loaded a new document to show it.").toBe(true);
		},
	},
	{
		id: "only-your-own",
		title: "A forged request changes nothing of somebody else",
		points: ["C8"],
		requires: ["saves-the-right-one", "deletes-the-right-one"],
		hints: [
			"The page shows the buttons at your own comments only. Who else decides what is sent?",
			"Bound values and hidden fields stand in the page as plain text, and a request can hold any others. Before it writes, the action looks up the comment and compares its author with the visitor, whom only the server knows.",
			'const comment = await db.comment.findUnique({ where: { id } });\nif (comment?.author !== (await currentVisitor())) throw new Error("This comment is not yours.");',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { expect } = context;
			const before = await comments(context);
			const page = await open(context);
			for (const button of [`Save comment ${own}`, `Delete comment ${own}`]) {
				const fields = forgedFields(page, button);
				if (button.startsWith("Save")) fields.text = "Forged";
				await page.form(button).submit(fields, { button });
				expect(
					(await comments(context)).get(other.id),
					`“${button}” was sent with the id of a comment of somebody else in place of its own, and the action did what it was told. Before you write, look up whose comment it is and compare that with currentVisitor().`,
				).toBe(before.get(other.id));
			}
		},
	},
]);
