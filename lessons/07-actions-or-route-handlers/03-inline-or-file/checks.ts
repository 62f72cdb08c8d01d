import type { CheckContext, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Milliseconds. Each page of a development server is compiled on demand. */
const PATIENCE = 30_000;

/** Headers that make a request call the same action again. */
const REPEATED = /^(content-type|next-action|origin|accept)$/i;

const createdAt = new Date(0).toISOString();
const twoLoans = ["Middlemarch", "Dracula"].map((text, index) => ({
	id: index + 1,
	createdAt,
	name: "loan",
	text,
}));

async function openForm({ http, expect }: CheckContext, path: string, label: string): Promise<HttpForm> {
	const page = await http.get(path, { timeoutMs: PATIENCE });
	expect(page, `The page ${path} answered with an error. The server log says why.`).toHaveStatus(200);
	return page.form(label);
}

async function loans({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("message")).map(({ text }) => text);
}

/** Which action a form names, whether arguments are bound to it or not. */
function actionOf({ fields }: HttpForm): string {
	for (const [name, value] of Object.entries(fields)) {
		if (name.startsWith("$ACTION_ID_")) return name.slice("$ACTION_ID_".length);
		const bound = /^\$ACTION_\w+:0$/.test(name) && /"id":"([0-9a-f]+)"/.exec(value);
		if (bound) return bound[1] ?? "";
	}
	return "";
}

export default defineChecks([
	{
		id: "surprise-works",
		title: "Take it borrows the book on offer",
		points: ["G3"],
		hints: [
			"The button has no function. Can it be written where it stands?",
			'A Client Component imports its actions from a file that begins with "use server".',
			'import { borrow } from "../actions";\n\n<form action={borrow}>\n\t<input type="hidden" name="title" value={title} />\n\t<button type="submit">Take it</button>\n</form>',
		],
		docs: "https://react.dev/reference/rsc/use-server#calling-a-server-function-outside-of-form",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/surprise");
			const another = page.getByRole("button", { name: "Another one" });
			await expect(another, "The page /surprise has no button “Another one”.").toBeVisible({
				timeoutMs: PATIENCE,
			});
			await another.click();
			await expect(page.getByText("How about Emma?"), "The next book is not on offer.").toBeVisible();
			await page.getByRole("button", { name: "Take it" }).click();
			await expect
				.poll(() => loans(context), "Take it was pressed for Emma, and Emma was not borrowed.", {
					timeoutMs: 10_000,
				})
				.toEqual(["Emma"]);
		},
	},
	{
		id: "rule-holds-everywhere",
		title: "Nobody gets a third book, wherever they ask",
		points: ["G3"],
		requires: ["surprise-works"],
		hints: [
			"Borrow three books on /search.",
			"Let all pages use one action, and put the rule there.",
			'// app/actions.ts\n"use server";\n\nexport async function borrow(formData: FormData) {\n\tif ((await db.message.count()) >= 2) return;\n\t…\n}',
		],
		docs: "https://nextjs.org/docs/app/api-reference/directives/use-server",
		async run(context) {
			const { http, page, db, expect, exchanges } = context;
			const seed = await db.read();
			for (const path of ["/", "/search"]) {
				await db.replace(seed);
				for (const title of ["Emma", "Dracula", "Moby Dick"]) {
					const form = await openForm(context, path, `Borrow ${title}`);
					await form.submit({}, { button: `Borrow ${title}`, timeoutMs: PATIENCE });
				}
				expect(
					await loans(context),
					`Three books were asked for on ${path}, and the third book was lent.`,
				).toEqual(["Emma", "Dracula"]);
			}
			await db.replace(seed);
			await page.goto("/surprise");
			await page.getByRole("button", { name: "Take it" }).click();
			const sent = await exchanges.waitFor(
				"the request of Take it",
				({ method, initiator }) => method === "POST" && initiator === "preview",
				{ timeoutMs: 15_000 },
			);
			// The same request once more, now that two books are out: a button may know that and send nothing.
			await db.replace({ ...seed, message: twoLoans });
			await http.post(sent.url, {
				headers: Object.fromEntries(sent.requestHeaders.filter(([name]) => REPEATED.test(name))),
				body: sent.requestBody.data,
				timeoutMs: PATIENCE,
			});
			expect(
				await loans(context),
				"Two books were borrowed, the request of Take it came, and the third book was lent.",
			).toHaveLength(2);
		},
	},
	{
		id: "one-and-the-same",
		title: "Both pages call the same action",
		points: ["G3"],
		hints: [
			"Compare the hidden fields of the two forms. Which action do they name?",
			"An action that is written inside a component belongs to that component. Import it from one file on both pages.",
			'import { borrow } from "./actions"; // and "../actions" on the page /search',
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { http, expect } = context;
			const first = actionOf(await openForm(context, "/", "Borrow Emma"));
			const second = actionOf(await openForm(context, "/search", "Borrow Emma"));
			expect(first, "The form on the front page names no action of the server.").toMatch(/^[0-9a-f]{42}$/);
			expect(second, "The front page and /search call different actions to lend a book.").toBe(first);
			const found = await http.get("/search?q=emma");
			expect(found, "A search for emma does not find Emma.").toShow("Emma");
			expect(found, "A search for emma finds Dracula as well.").not.toShow("Dracula");
		},
	},
	{
		id: "return-all-works",
		title: "Return all still returns all",
		points: ["G3"],
		hints: [
			"Borrow something and press Return all.",
			"An inline action sees the variables of its component, an action in a file does not. Leave this one where it is.",
			'async function returnAll() {\n\t"use server";\n\tfor (const { id } of loans) await db.message.delete({ where: { id } });\n\trevalidatePath("/", "layout");\n}',
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { page, db, expect } = context;
			const data = await db.read();
			await db.replace({ ...data, message: twoLoans });
			await (await openForm(context, "/", "Return all")).submit(
				{},
				{ button: "Return all", timeoutMs: PATIENCE },
			);
			expect(await loans(context), "Return all was pressed, and there are still loans.").toEqual([]);

			await page.goto("/");
			await page.getByRole("button", { name: "Borrow Emma" }).click();
			await expect(
				page,
				"Emma was borrowed, and the open page does not count it. Revalidate in the action, after the write.",
			).toContainText("You have 1 of our books");
			await page.getByRole("button", { name: "Return all" }).click();
			await expect(
				page,
				"Return all was pressed, and the open page still counts a book. Revalidate in the action, after the write.",
			).toContainText("You have 0 of our books");
		},
	},
]);
