import { defineQuiz } from "@/lib/quiz";

const lesson = "five-mistakes/thrown-away";
const boundary = "validation-and-errors/which-boundary";

export default defineQuiz([
	{
		id: "after-try-again",
		kind: "single",
		level: 1,
		points: ["H5", "D5"],
		ask: "A form's action throws because a title is taken. The error page appears, and the visitor presses **Try again**. What is in the fields?",
		options: [
			{
				text: "What was typed: the form was only hidden, and `reset` shows it again",
				why: "The error page had taken the form's place. What comes back is a new form.",
			},
			{
				text: "Nothing of what was typed: it is a new form, with empty fields",
				correct: true,
				why: "A refusal that was to be expected is better returned, with what was typed.",
			},
			{
				text: "What was typed, since the browser restores fields after an error",
				why: "Browsers do this when one goes back in the history. Here, nobody went anywhere.",
			},
			{
				text: "What the action had read before it threw, sent back together with the error",
				why: "With an error no fields come back. Returning them is what the action would have to do.",
			},
		],
		proof: [{ claim: `${lesson}#typed-is-lost` }],
	},
	{
		id: "form-says-next-redirect",
		kind: "spotBug",
		level: 2,
		points: ["H5", "E4"],
		ask: "A good suggestion is stored, and the form says `NEXT_REDIRECT` instead of opening the book's page. Which line has to leave its place?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `export async function suggest(_state: State, formData: FormData): Promise<State> {
	const title = String(formData.get("title") ?? "").trim();
	try {
		if (await isTaken(title)) throw new Error("It is on the list already.");
		const book = await db.post.create({ data: { title } });
		redirect(\`/books/\${book.id}\`);
	} catch (error) {
		return { title, error: (error as Error).message };
	}
}`,
		},
		bug: {
			line: "redirect(",
			why: "It throws on purpose, and here somebody stands ready to catch it.",
		},
		reasons: [
			{
				text: "`redirect` has to be returned: without a `return` the action goes on to the `catch`",
				why: "A `return` changes nothing. `redirect` does not come back, it throws.",
			},
			{
				text: "The `catch` catches the redirect like any other error, and answers with it",
				correct: true,
				why: "Keep the redirect outside of the `try`, or begin the `catch` with `unstable_rethrow(error)`.",
			},
			{
				text: "An action that is called by way of `useActionState` may return a state only, and is not allowed to redirect",
				why: "It may do both. The redirect just has to get past the `catch`.",
			},
			{
				text: "The page of the book is not there yet when the redirect is made, as nothing was revalidated",
				why: "The form would not say `NEXT_REDIRECT` then. This text is the message of what was thrown and caught.",
			},
		],
		proof: [{ claim: `${lesson}#catch-catches-redirect` }, { check: `${lesson}#good-suggestion-is-taken` }],
	},
	{
		id: "who-hears-of-it",
		kind: "trueFalseGrid",
		level: 3,
		points: ["H5", "D4", "D5"],
		ask: "An action refuses something by throwing an error with a good message. What is true?",
		statements: [
			{
				text: "Called by a click handler, the error reaches the nearest `error.tsx`.",
				isTrue: false,
				why: "No boundary catches it there. The visitor presses, and nothing happens.",
			},
			{
				text: "Called by a form, it brings up the error page in the place of the form.",
				isTrue: true,
				why: "And with the form goes what was typed into it.",
			},
			{
				text: "`unstable_rethrow(error)` at the beginning of a `catch` throws every error again.",
				isTrue: false,
				why: "It lets a redirect pass. An ordinary error goes on to the lines below it.",
			},
			{
				text: "If the action returns the refusal instead, the component still has to show it.",
				isTrue: true,
				why: "A returned value that nobody looks at is as silent as an error that nobody catches.",
			},
		],
		proof: [
			{ claim: `${boundary}#not-caught` },
			{ claim: "validation-and-errors/return-or-throw#throw-replaces-the-form" },
			{ claim: `${lesson}#catch-catches-redirect` },
			{ check: `${lesson}#refused-vote-is-said` },
		],
	},
	{
		id: "ten-minutes",
		kind: "fixTheCode",
		level: 2,
		points: ["H5", "D4"],
		ask: "The form says why a book was refused, and its fields are empty. Give Barbara her ten minutes of typing back.",
		lesson,
		from: "mistakes/error-shown-text-lost",
		checks: ["refusal-is-answered", "nothing-typed-is-lost"],
		why: "After an action the form goes back to its default values. Let the action return what was typed, beside the reason, and let the fields take their `defaultValue` from it.",
	},
]);
