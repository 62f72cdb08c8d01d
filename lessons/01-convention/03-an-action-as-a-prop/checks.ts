import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Opens the page in the preview, once it is sure that it can be rendered at all. */
async function open({ http, page, expect }: CheckContext): Promise<void> {
	expect(
		await http.get("/"),
		"The page answered with an error. Read the server log: a Server Component can hand a Client Component a Server Action, and no other function. An arrow function around an action is another function, and calling an action while the page is rendered is no way to hand it over.",
	).toHaveStatus(200);
	await page.goto("/");
}

async function save({ page }: CheckContext, label: string, text: string): Promise<void> {
	await page.getByLabel(label).fill(text);
	await page.getByRole("button", { name: `Save ${label.toLowerCase()}` }).click();
}

async function names({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("product")).map((row) => row.name);
}

export default defineChecks([
	{
		id: "item-is-renamed",
		title: "An item of the menu is renamed",
		points: ["A5"],
		hints: [
			"The form knows the new text, the page knows the product. Which of the two should be told what the other knows?",
			"Give RenameForm a prop for the action, and call it with the text. The page passes `renameProduct` with the product's id already filled in: that is what bind does.",
			'// app/page.tsx\n<RenameForm … saveAction={renameProduct.bind(null, product.id)} />\n\n// app/rename-form.tsx\n<form action={(formData) => saveAction(String(formData.get("text")))}>',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			await open(context);
			await save(context, "Item 1", "Cortado");
			await context.expect
				.poll(
					async () => (await names(context))[0],
					"Item 1 was given a new name, and it was not stored. Does the form call what it was given, with the text? And was it given the action itself, not the promise that a call of it returns?",
				)
				.toBe("Cortado");
		},
	},
	{
		id: "only-that-item",
		title: "Each form renames its own item, and no other",
		points: ["A5"],
		requires: ["item-is-renamed"],
		hints: [
			"The same component stands on the page once for each item. What makes one different from the next?",
			"Each one needs an action that knows its product: bind the id of that product, or let an inline action close over it.",
			"saveAction={renameProduct.bind(null, product.id)}",
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { expect } = context;
			const before = await names(context);
			await open(context);
			await save(context, "Item 3", "Verbena tea");
			await expect
				.poll(
					async () => JSON.stringify(await names(context)) !== JSON.stringify(before),
					"Item 3 was given a new name, and nothing was stored.",
				)
				.toBe(true);
			expect(
				await names(context),
				"Item 3 was given a new name. Another item was changed as well, or in its place.",
			).toEqual([before[0], before[1], "Verbena tea"]);
		},
	},
	{
		id: "notice-is-changed",
		title: "The same component changes the notice",
		points: ["A5"],
		requires: ["item-is-renamed"],
		hints: [
			"What does RenameForm know about products? Hopefully nothing.",
			"The component saves a text and leaves it to its caller where to. For the notice, the page passes another action.",
			'<RenameForm label="Notice" value={notice.title} saveAction={changeNotice} />',
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { db, expect } = context;
			const before = await names(context);
			await open(context);
			await save(context, "Notice", "Open again on Tuesday");
			await expect
				.poll(
					async () => (await db.table("post"))[0]?.title,
					"The notice was given a new text, and it was not stored. The form of the notice needs an action of its own.",
				)
				.toBe("Open again on Tuesday");
			expect(await names(context), "Saving the notice changed the menu.").toEqual(before);
		},
	},
	{
		id: "page-shows-it",
		title: "The page shows what was saved, without being loaded again",
		points: ["A5"],
		requires: ["item-is-renamed"],
		hints: [
			"What did the actions in `app/actions.ts` do after the write?",
			"It makes no difference how the action came to the component: it has to revalidate what shows the data.",
			'revalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, db, expect } = context;
			const notice = String((await db.table("post"))[0]?.title);
			await open(context);
			await expect(
				page,
				`The notice “${notice}” stands in the database, and the page does not show it.`,
			).toContainText(notice);
			await page.markDocument();
			await save(context, "Item 2", "Walnut cake");
			await expect(
				page.getByRole("listitem").filter({ hasText: "Walnut cake" }),
				"The new name was saved, but the menu on the open page does not show it. Revalidate in the action.",
			).toBeVisible();
			expect(await page.isSameDocument(), "To show the new name, the browser loaded a new document.").toBe(
				true,
			);
		},
	},
]);
