import type { CheckContext, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const entry = { name: "Barbara", message: "The stairs are steep, the view is worth it." };

/** The guestbook's form, as a visitor without JavaScript gets it. */
async function openForm({ http, expect }: CheckContext): Promise<HttpForm> {
	const page = await http.get("/");
	expect(
		page,
		'The page answered with an error instead of the guestbook. Read the server log: if it says "Functions cannot be passed directly to Client Components", the function given to the form is not marked "use server".',
	).toHaveStatus(200);
	return page.form("Sign");
}

async function signWithJavaScript({ page }: CheckContext): Promise<void> {
	await page.getByLabel("Name").fill(entry.name);
	await page.getByLabel("Message").fill(entry.message);
	await page.getByRole("button", { name: "Sign" }).click();
}

export default defineChecks([
	{
		id: "form-calls-action",
		title: "The form goes to a Server Action",
		points: ["A1", "A2", "B1"],
		hints: [
			"Look at the opening tag of the form: what does it do when it is sent?",
			'A form calls a Server Action when its action prop is one: an async function whose body begins with "use server". In a Server Component the function can stand right there, inside the component.',
			'async function sign(formData: FormData) {\n\t"use server";\n}\n// …\n<form action={sign} className="card">',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const form = await openForm(context);
			context
				.expect(
					form.isServerAction,
					"Sent without JavaScript, the form does not go to a Server Action. Give the form itself an action prop with a Server Action in it; a submit handler runs in the browser only.",
				)
				.toBe(true);
		},
	},
	{
		id: "stores-without-javascript",
		title: "A message is stored, with JavaScript off",
		points: ["A1", "A3", "B1"],
		requires: ["form-calls-action"],
		hints: [
			"The action gets what was typed as its argument, a FormData.",
			"`formData.get(…)` takes the name attribute of the control. The table is `db.message`, its columns are name and text.",
			'await db.message.create({\n\tdata: { name: String(formData.get("name")), text: String(formData.get("message")) },\n});',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/API/FormData/get",
		async run(context) {
			const { db, expect } = context;
			const before = await db.table("message");
			const answer = await (await openForm(context)).submit(entry, { button: "Sign", followRedirect: true });
			expect(
				answer,
				"Signing without JavaScript answered with an error: the action threw. The server log has the error and the line.",
			).toHaveStatus(200);

			const rows = await db.table("message");
			expect(
				rows,
				"After signing once there should be exactly one new row in the table message. Does the action call db.message.create, once, and wait for it?",
			).toHaveLength(before.length + 1);
			const row = rows.at(-1);
			expect(
				row?.text,
				"A row was stored, but the message that was typed is not in it under text. formData.get() wants the control's name attribute: message.",
			).toBe(entry.message);
			expect(
				row?.name,
				"A row was stored, but the name that was typed is not in it under name. formData.get() wants the control's name attribute: name.",
			).toBe(entry.name);
			expect(answer, "The message was stored, but the page that came back does not show it.").toShow(
				entry.message,
			);
		},
	},
	{
		id: "stores-only-what-was-asked",
		title: "Nothing but name and message is stored",
		points: ["A1"],
		requires: ["stores-without-javascript"],
		hints: [
			"Who says that a request has only the fields of your form?",
			"FormData holds whatever was sent. Copying everything copies fields that you never heard of, and the ones Next.js adds. Take what you need, by name.",
			'data: { name: String(formData.get("name")), text: String(formData.get("message")) }',
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { db, expect } = context;
			await (await openForm(context)).submit({ ...entry, pinned: "yes" }, { button: "Sign" });
			const row = (await db.table("message")).at(-1) ?? {};
			expect(
				Object.keys(row).filter((column) => column === "pinned" || column.startsWith("$ACTION")),
				"The request had a field called pinned, which the form does not have, and it was stored: a column that nobody asked for. Store the columns by name instead of the whole form data.",
			).toEqual([]);
		},
	},
	{
		id: "shows-it-with-javascript",
		title: "With JavaScript, the new message appears in the list",
		points: ["B1", "B3"],
		requires: ["stores-without-javascript"],
		hints: [
			"The row is in the database. Who tells the page that it should be rendered again?",
			"After a write, say which page is out of date. `revalidatePath` from `next/cache` does that; the new page then comes back in the same answer as the action's result.",
			'import { revalidatePath } from "next/cache";\n// … after the write\nrevalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await signWithJavaScript(context);
			await expect(
				page.getByRole("listitem").filter({ hasText: entry.message }),
				"The form was sent, but the new message is not in the list of the open page. After the write, tell Next.js that the page is out of date: revalidatePath.",
			).toBeVisible();
		},
	},
	{
		id: "keeps-the-document",
		title: "The page is not loaded again",
		points: ["B3"],
		requires: ["shows-it-with-javascript"],
		hints: [
			"Watch the preview while you sign: does the whole page blink?",
			"There is no need to reload. An action that revalidates brings the new page back with it, and React changes only what differs.",
			'// no window.location.reload(), in the action instead:\nrevalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await page.markDocument();
			await signWithJavaScript(context);
			await expect(
				page.getByRole("listitem").filter({ hasText: entry.message }),
				"The new message is not in the list of the open page.",
			).toBeVisible();
			expect(
				await page.isSameDocument(),
				"To show the message, the browser loaded a new document: scroll position, focus and everything the page remembered are gone. Let the action revalidate instead of reloading.",
			).toBe(true);
		},
	},
]);
