import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const story = "It was a dark and stormy night.";
const outOfDate = /out of date/i;

/** Milliseconds. The first answer of a kind is compiled on demand. */
const PATIENCE = { timeoutMs: 15_000 };

async function write({ page }: CheckContext, path: string, text: string): Promise<void> {
	await page.goto(path);
	await page.getByLabel("Your story").fill(text);
	await page.getByRole("button", { name: "Save" }).click();
}

const isPost = ({ method }: { method: string }) => method === "POST";

export default defineChecks([
	{
		id: "saves-as-usual",
		title: "A story is saved, and the field is empty again",
		points: ["F6"],
		hints: [
			"Take ?build=old out of the address and save a story.",
			"Call the action as before, inside try. After a success there is nothing to keep.",
			"try {\n\tawait saveStory(formData);\n\treturn EMPTY;\n} catch (error) { … }",
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run(context) {
			const { page, db, expect } = context;
			await write(context, "/", story);
			await expect
				.poll(
					async () => (await db.table("message")).map(({ text }) => text),
					"The story was not saved.",
					PATIENCE,
				)
				.toEqual([story]);
			await expect(
				page.getByLabel("Your story"),
				"The story was saved, and the field is not empty again.",
			).toHaveValue("", PATIENCE);
		},
	},
	{
		id: "old-page-is-told",
		title: "An old page says that it is one",
		points: ["F6"],
		requires: ["saves-as-usual"],
		hints: [
			"What does the inspector show when Save is pressed with ?build=old?",
			"Call the action in a function of your own, catch the error, and ask unstable_isUnrecognizedActionError what it is.",
			'if (!unstable_isUnrecognizedActionError(error)) throw error;\nreturn { problem: "This page is out of date. Copy your text and reload.", … };',
		],
		docs: "https://nextjs.org/docs/messages/failed-to-find-server-action",
		async run(context) {
			const { page, expect, exchanges } = context;
			await write(context, "/?build=old", story);
			await exchanges.waitFor("the call", isPost, PATIENCE);
			await expect(
				page.getByRole("alert").filter({ hasText: outOfDate }),
				'A page of an older build called its action. No element with role="alert" says that it is out of date.',
			).toBeVisible(PATIENCE);
		},
	},
	{
		id: "text-is-kept",
		title: "The text stays in the field",
		points: ["F6"],
		requires: ["saves-as-usual"],
		hints: [
			"What is in the field after the message has come?",
			"React resets the form when its action is done. Give the text back as the field's default value.",
			'<textarea id="story" name="story" defaultValue={state.story} required />',
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { page, expect, exchanges } = context;
			await write(context, "/?build=old", story);
			await exchanges.waitFor("the call", isPost, PATIENCE);
			// Only when the call has ended on the page, too, it is known what it left behind.
			const field = page.getByLabel("Your story");
			await expect
				.poll(
					async () =>
						outOfDate.test(await page.text()) ||
						(await field.count()) === 0 ||
						(await field.inputValue()) !== story,
					"A page of an older build called its action, and nothing on the page says how it ended.",
					PATIENCE,
				)
				.toBe(true);
			await expect(field, "The story could not be saved, and its text is gone from the page.").toHaveValue(
				story,
				{ timeoutMs: 2_000 },
			);
		},
	},
	{
		id: "other-errors-go-on",
		title: "Other errors are not taken for that",
		points: ["F6"],
		requires: ["saves-as-usual"],
		hints: [
			"Save a story with a dragon in it.",
			"Only the error of an unknown action is yours. Throw all others on, so that the error boundary shows them.",
			"if (!unstable_isUnrecognizedActionError(error)) throw error;",
		],
		docs: "https://nextjs.org/docs/app/getting-started/error-handling",
		async run(context) {
			const { page, expect, exchanges } = context;
			await write(context, "/", "Here be dragons: one dragon.");
			await exchanges.waitFor("the call", isPost, PATIENCE);
			await expect
				.poll(
					async () => /went wrong|out of date/i.test(await page.text()),
					"The action threw, and no error boundary shows it.",
					PATIENCE,
				)
				.toBe(true);
			expect(
				outOfDate.test(await page.text()),
				"The action itself threw, on a page of today, and the page says that it is out of date.",
			).toBe(false);
		},
	},
]);
