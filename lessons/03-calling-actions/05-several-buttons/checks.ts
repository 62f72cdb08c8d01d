import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const text = "The lift is out of order until Friday.";

async function published({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("message")).map((row) => row.text);
}

async function drafts({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("draft")).map((row) => row.text);
}

/** Sends the form as a browser without JavaScript does. */
async function send({ http, expect }: CheckContext, button: string): Promise<void> {
	const page = await http.get("/");
	expect(page, "The page answered with an error. The server log says which file and line.").toHaveStatus(200);
	const answer = await page.form("Note").submit({ text }, { button, followRedirect: true });
	expect(answer, `“${button}” was answered with an error. The server log has it.`).toHaveStatus(200);
}

export default defineChecks([
	{
		id: "each-button-its-own",
		title: "“Publish” publishes, “Save draft” only keeps the text",
		points: ["C9", "B4"],
		hints: [
			"Both buttons send the same form. Where does each of them send it to?",
			"A submit button may have an action of its own: `formAction` takes the place of the form's action when that button is pressed.",
			'<button type="submit" formAction={saveDraft}>\n\tSave draft\n</button>',
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { expect } = context;
			const before = await published(context);
			await send(context, "Save draft");
			expect(
				await published(context),
				"“Save draft” was pressed, and the note stands on the board for everybody. Give that button an action of its own.",
			).toEqual(before);
			expect(
				await drafts(context),
				"“Save draft” was pressed. The table draft should have one row with the text.",
			).toEqual([text]);
			await send(context, "Publish");
			expect(await published(context), "“Publish” was pressed once. It should add one note.").toEqual([
				...before,
				text,
			]);
		},
	},
	{
		id: "draft-stays",
		title: "After saving a draft, the text is still in the field",
		points: ["C9"],
		requires: ["each-button-its-own"],
		hints: [
			"What does React do with the fields of a form whose action is done?",
			"It puts them back to their default values. So make the draft the default value of the field; the page has it, and it is new when the action has revalidated.",
			'<textarea id="text" name="text" required defaultValue={draft} />',
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await page.getByLabel("Note").fill(text);
			await page.getByRole("button", { name: "Save draft" }).click();
			// The new page and the reset of the fields come together.
			await expect(
				page,
				"The draft was saved, and the page does not say so. Leave the line “Kept for later” and revalidate.",
			).toContainText(`Kept for later: ${text.length} characters`);
			await expect(
				page.getByLabel("Note"),
				"The draft was saved, and the field has lost what was typed. React resets a form to its default values; make the draft the default value.",
			).toHaveValue(text);
			await page.reload();
			await expect(
				page.getByLabel("Note"),
				"When the page is opened again, the draft is not in the field.",
			).toHaveValue(text);
		},
	},
	{
		id: "empty-after-publishing",
		title: "After publishing, the field is empty",
		points: ["C9"],
		requires: ["each-button-its-own"],
		hints: [
			"Publish twice in a row. What do you have to do in between?",
			"An uncontrolled field is reset for you. If you keep its text in state, you have to empty that state yourself.",
			"<textarea … defaultValue={draft} />  // no value={…}",
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await page.getByLabel("Note").fill(text);
			await page.getByRole("button", { name: "Publish" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: text }),
				"The note was published, and the board on the open page does not show it.",
			).toBeVisible();
			await expect(
				page.getByLabel("Note"),
				"The note is on the board, and its text is still in the field: pressed again, it would be published twice.",
			).toHaveValue("");
		},
	},
	{
		id: "keyboard-publishes",
		title: "Control and Enter publish as well, just as the button does",
		points: ["C9"],
		requires: ["empty-after-publishing"],
		hints: [
			"In the field, press Control and Enter. Who should send the form?",
			"`requestSubmit()` does what a press on the button does, and React gets to see the submission. `submit()` posts the form past React.",
			'onKeyDown={(event) => {\n\tif (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {\n\t\tevent.currentTarget.form?.requestSubmit();\n\t}\n}}',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/API/HTMLFormElement/requestSubmit",
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/");
			await page.markDocument();
			await page.getByLabel("Note").fill(text);
			await page.getByLabel("Note").press("Control+Enter");
			await expect
				.poll(
					async () => (await published(context)).includes(text),
					"Control and Enter were pressed in the field, and the note was not published.",
				)
				.toBe(true);
			const post = await exchanges.waitFor("the note being sent", ({ method }) => method === "POST");
			// Asked of the request: a page that is being left answers no questions.
			const mode = post.requestHeaders.find(([name]) => name.toLowerCase() === "sec-fetch-mode");
			expect(
				mode?.[1],
				"The note was published, and the browser loaded a new document for it. requestSubmit() lets React send the form; submit() goes around it.",
			).not.toBe("navigate");
			await expect(
				page.getByRole("listitem").filter({ hasText: text }),
				"The note was published, and the open page does not show it.",
			).toBeVisible();
			expect(
				await page.isSameDocument(),
				"The note was published, and the browser loaded a new document to show it.",
			).toBe(true);
		},
	},
	{
		id: "empty-is-not-sent",
		title: "Control and Enter in an empty field send nothing",
		points: ["C9"],
		requires: ["keyboard-publishes"],
		hints: [
			"The field is required. Who looks at that?",
			"`requestSubmit()` asks the browser to check the fields first, just as a press on the button does. Calling the action yourself does not.",
			"event.currentTarget.form?.requestSubmit();",
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/API/HTMLFormElement/requestSubmit",
		async run(context) {
			const { page, expect } = context;
			const before = await published(context);
			await page.goto("/");
			const field = page.getByLabel("Note");
			await field.press("Control+Enter");
			// What comes next is sent after it: once this note is there, the empty one would be, too.
			await field.fill(text);
			await field.press("Control+Enter");
			await expect
				.poll(async () => (await published(context)).includes(text), "The next note was not published.")
				.toBe(true);
			expect(
				await published(context),
				"Control and Enter were pressed with nothing in the field, and an empty note was published, although the field is required. requestSubmit() asks the browser to check the fields first.",
			).toEqual([...before, text]);
		},
	},
]);
