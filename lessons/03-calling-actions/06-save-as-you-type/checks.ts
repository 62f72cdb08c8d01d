import type { CheckContext, Locator } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const letter = "Dear Tove, hens at last.";

interface Storage {
	/** Lets this draft pass, and no other. */
	only(text: string): Promise<void>;
	go(): Promise<void>;
}

/** Tells the storage of the app to wait. What a check before left behind is called off by it. */
async function holdStorage({ db }: CheckContext): Promise<Storage> {
	const word = crypto.randomUUID();
	const say = async (what: string) => {
		const data = await db.read();
		const others = (data.draft ?? []).filter((row) => row.owner !== "storage");
		const row = { id: 99, createdAt: "2026-08-02T00:00:00.000Z", owner: "storage", text: what };
		await db.replace({ ...data, draft: [...others, row] });
	};
	await say(`hold ${word}`);
	return { only: (text) => say(`only ${word} ${text}`), go: () => say(`go ${word}`) };
}

/** The draft of the first save that has begun. */
async function firstSave({ log }: CheckContext): Promise<string> {
	const line = await log.waitFor(/storage: ".*" begins/, { timeoutMs: 10_000 });
	return /"(.*)"/.exec(line.text)?.[1] ?? "";
}

async function stored({ db }: CheckContext): Promise<unknown> {
	return (await db.table("draft")).find((row) => row.owner === "Ada")?.text;
}

function field({ page }: CheckContext): Locator {
	return page.getByLabel("Letter");
}

export default defineChecks([
	{
		id: "newest-text-is-stored",
		title: "What was typed is stored, without leaving the field",
		points: ["C2"],
		hints: [
			"Which event tells you that the text has changed?",
			"`onChange` comes with each change, and `event.target.value` is the text right now. State that you set in the same handler has its new value only in the next render.",
			"<textarea … onChange={(event) => handleChange(event.target.value)} />",
		],
		docs: "https://react.dev/reference/react-dom/components/textarea",
		async run(context) {
			const { page, expect } = context;
			const storage = await holdStorage(context);
			await storage.go();
			await page.goto("/");
			await field(context).pressSequentially(letter);
			await expect
				.poll(
					() => stored(context),
					"A letter was typed, and nothing else was done. What is stored as the draft is not what stands in the field.",
					{ timeoutMs: 15_000 },
				)
				.toBe(letter);
		},
	},
	{
		id: "few-calls",
		title: "Typing fast makes few calls",
		points: ["C2"],
		requires: ["newest-text-is-stored"],
		hints: [
			"Type a sentence and look at the inspector. How many calls are there?",
			"Wait until the typing pauses: each change stops the timer of the change before and starts a new one. Only the last one gets to ring. (The timer has to be kept from one change to the next, for instance in a ref.)",
			"const timer = useRef<ReturnType<typeof setTimeout>>(undefined);\n// … in the handler\nclearTimeout(timer.current);\ntimer.current = setTimeout(() => save(text), 400);",
		],
		docs: "https://react.dev/reference/react/useRef",
		async run(context) {
			const { page, exchanges, expect } = context;
			const storage = await holdStorage(context);
			await page.goto("/");
			await field(context).pressSequentially(letter);
			await storage.go();
			await expect
				.poll(() => stored(context), "The letter that was typed was never stored.", { timeoutMs: 20_000 })
				.toBe(letter);
			// Calls are sent one after the other, so by now all of them have been made.
			const calls = exchanges.actions().length;
			expect(
				calls,
				`Typing ${letter.length} letters in one go made ${calls} calls for one and the same draft. Wait for a pause before you save.`,
			).toBeLessThan(letter.length / 2);
		},
	},
	{
		id: "typing-goes-on",
		title: "What is typed while a save is under way is neither lost nor left out",
		points: ["C2"],
		requires: ["newest-text-is-stored"],
		hints: [
			"The answer of a save is about the text of then. What stands in the field is the text of now.",
			"Do not put anything into the field that comes from the server. And a change that comes while a save is under way needs a save of its own.",
			"async function save(text: string) {\n\tawait saveDraft(text);\n\t// the field is left alone\n}",
		],
		docs: "https://react.dev/reference/react-dom/components/textarea",
		async run(context) {
			const { page, log, expect } = context;
			const storage = await holdStorage(context);
			await page.goto("/");
			await field(context).pressSequentially("One");
			const first = await firstSave(context);
			await field(context).pressSequentially(" two");
			await storage.only(first);
			// The next one is sent when the page has the answer of the first.
			await log.waitFor(new RegExp(`storage: "(?!${first}").*" begins`), { timeoutMs: 10_000 });
			expect(
				await field(context).inputValue(),
				"What was typed while a save was under way is lost: when the save was done, the field got back its older text.",
			).toBe("One two");
			await storage.go();
			await expect
				.poll(
					() => stored(context),
					"Something was typed while a save was under way, and it was not stored in the end.",
					{ timeoutMs: 10_000 },
				)
				.toBe("One two");
		},
	},
	{
		id: "says-when-saved",
		title: "“Saved” is said when it is saved, not before",
		points: ["C2"],
		requires: ["newest-text-is-stored"],
		hints: [
			"When may somebody close the tab?",
			"The call is made at once; that it is done you know when the promise resolves. Await it, and say Saved behind it.",
			'setStatus("Saving…");\nawait saveDraft(text);\nsetStatus("Saved");',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/Accessibility/ARIA/Reference/Roles/status_role",
		async run(context) {
			const { page, expect } = context;
			const saved = page.getByRole("status").filter({ hasText: "Saved" });
			const storage = await holdStorage(context);
			await page.goto("/");
			await field(context).pressSequentially("Dear Tove");
			await firstSave(context);
			// A page that says it too soon does so in the same moment in which it calls the action.
			await field(context).hover();
			await expect(
				saved,
				"The save is still under way, and the page already says “Saved”. Say it when the action is done.",
			).toHaveCount(0, { timeoutMs: 1 });
			await storage.go();
			await expect(
				saved,
				'The text is stored, and the element with role="status" does not say “Saved”.',
			).toBeVisible({ timeoutMs: 10_000 });
		},
	},
]);
