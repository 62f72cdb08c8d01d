import { defineQuiz } from "@/lib/quiz";

const lesson = "projects/profile-settings";

export default defineQuiz([
	{
		id: "old-values-after-saved",
		kind: "single",
		level: 2,
		points: ["I1", "C9"],
		ask: "The settings are stored and the form says “Saved.”, but its uncontrolled fields show the old values again. Why?",
		options: [
			{
				text: "The status is shown before the database has written, so the page reads too early",
				why: "The action returns after the write. What is missing is not time.",
			},
			{
				text: "React fills fields from the browser's memory of what was typed before",
				why: "It fills them from their default values, and those come from your code.",
			},
			{
				text: "The form was reset to its default values, and these are still the old ones",
				correct: true,
				why: "A success resets the fields as well. Return the saved values as state, or revalidate the page, so that the defaults change with the save.",
			},
			{
				text: "An uncontrolled field can show its first value only; it would have to be controlled for this",
				why: "A field that is reset shows its current default value. Give it another default, and it shows that.",
			},
		],
		proof: [{ claim: `${lesson}#jumps-back` }, { check: `${lesson}#saved-in-place` }],
	},
	{
		id: "review-whole-form",
		kind: "spotBug",
		level: 3,
		points: ["I1", "F4", "D1"],
		ask: "You review this action. The schema has `name`, `email` and `bio`. Which line must not be merged?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `export async function saveSettings(_previous: State, formData: FormData): Promise<State> {
	const user = await currentUser();
	const input = Object.fromEntries(formData);
	const parsed = settingsSchema.safeParse(input);
	if (!parsed.success) return { errors: z.flattenError(parsed.error).fieldErrors };
	const data = { ...input, ...parsed.data };
	await db.user.update({ where: { id: user.id }, data });
	revalidatePath("/");
	return { errors: {} };
}`,
		},
		bug: {
			line: "const data = { ...input",
			why: "What was validated is laid over the raw form, and whatever else came with the form is stored as well.",
		},
		reasons: [
			{
				text: "A request with a field `role` changes the role: only what the schema gave may be stored",
				correct: true,
				why: "Store `parsed.data`, which has the three fields and nothing else.",
			},
			{
				text: "The spread puts the raw values over the validated ones, so that spaces around the name are stored",
				why: "It is the later one that wins, and that is `parsed.data`. The danger lies in fields that the schema does not know.",
			},
			{
				text: "`Object.fromEntries` cannot read a `FormData`, so `input` is an empty object at this point",
				why: "It can: a `FormData` is a sequence of pairs.",
			},
		],
		proof: [{ check: `${lesson}#only-your-own-record` }],
	},
	{
		id: "own-address-is-taken",
		kind: "fixTheCode",
		level: 2,
		points: ["I1"],
		ask: "Ada changes her text and is told that somebody else has her address. Mend the look-up.",
		lesson,
		from: "mistakes/own-address-is-taken",
		checks: ["addresses-are-unique", "saved-in-place"],
		why: "The look-up finds the person herself. An address is taken when its record belongs to another id than that of the session's user.",
	},
	{
		id: "one-error-at-a-time",
		kind: "fixTheCode",
		level: 2,
		points: ["I1", "D2"],
		ask: "Two fields are wrong, and the form mentions one of them. The other comes up at the next attempt. Say everything at once.",
		lesson,
		from: "mistakes/first-error-only",
		checks: ["errors-at-their-fields"],
		why: "A failed `safeParse` knows every issue. `z.flattenError(error).fieldErrors` sorts them by field, so that each can be said where it belongs.",
	},
]);
