import { defineQuiz } from "@/lib/quiz";

const lesson = "security/what-gets-an-endpoint";

export default defineQuiz([
	{
		id: "which-have-an-endpoint",
		kind: "multiple",
		level: 3,
		points: ["F3", "F1"],
		ask: 'Each of these stands in a file with `"use server"` at the top. Which have an endpoint in a production build?',
		options: [
			{
				text: "A function nobody uses, in a file of which a page imports another function",
				correct: true,
				why: "A Server Component that imports the file keeps all its exports, used or not.",
			},
			{
				text: "A function nobody uses, in a file that only Client Components import",
				why: "Of such a file only what they use is kept. One import in a page would change that.",
			},
			{
				text: "A function in a file that nobody imports",
				why: "The file is no part of the app, so nothing of it gets an endpoint.",
			},
			{
				text: "A function that a Client Component calls from a handler",
				correct: true,
				why: "It is used by the browser, so there has to be an endpoint to call.",
			},
		],
		proof: [
			{ claim: `${lesson}#server-keeps-all` },
			{ claim: `${lesson}#client-keeps-used` },
			{ claim: `${lesson}#orphan-has-none` },
		],
		note: "Removing what is not used makes the build smaller. It depends on imports far away, so it is no protection to build on.",
	},
	{
		id: "what-an-id-depends-on",
		kind: "trueFalseGrid",
		level: 2,
		points: ["F2", "F6"],
		ask: "What is true of the id of an action?",
		statements: [
			{
				text: "Rewriting the body of the function changes its id.",
				isTrue: false,
				why: "What the function does has no part in it. An id seen last week may run the code of today.",
			},
			{
				text: "With another encryption key, every id is another.",
				isTrue: true,
				why: "A key that only the server has goes into each of them, so that they cannot be guessed.",
			},
			{
				text: "Moving the function to another file changes its id.",
				isTrue: true,
				why: "The file and the name go in. That makes an id a poor address to give away.",
			},
			{
				text: "Each visitor gets ids of their own.",
				isTrue: false,
				why: "They belong to the build and are the same for everybody, so an id proves nothing about who is calling.",
			},
		],
		proof: [
			{ claim: `${lesson}#body-does-not-count` },
			{ claim: `${lesson}#key-goes-in` },
			{ claim: "actions-or-route-handlers/who-else-calls#id-follows-the-code" },
			{ claim: "security/foreign-origin#id-is-no-token" },
		],
	},
	{
		id: "where-to-put-a-helper",
		kind: "single",
		level: 1,
		points: ["F3", "G3"],
		ask: "`deleteAllNotes()` is called by a Route Handler at night and by nobody else. It stands in `app/actions.ts`, a file of actions that a page imports. What makes it unreachable from outside?",
		options: [
			{
				text: "Renaming it to `_deleteAllNotes`, since names with an underscore are private",
				why: "A name is a hint for people. It is still an exported function of that file.",
			},
			{
				text: "Moving it to a file without the directive",
				correct: true,
				why: "There it is a plain function: the server imports it, and the network has no way to it.",
			},
			{
				text: "Nothing is to be done: no page uses it, so the build leaves it out",
				why: "A page imports the file, so all its exports are kept.",
			},
			{
				text: "Moving it to a file of its own, with the directive at the top of that",
				why: "The directive is what makes it an action, wherever it stands.",
			},
		],
		proof: [{ claim: `${lesson}#server-keeps-all` }, { check: `${lesson}#nothing-is-taken-down` }],
	},
	{
		id: "directive-came-along",
		kind: "fixTheCode",
		level: 2,
		points: ["F3", "F1"],
		ask: "The two functions were moved out of `app/actions.ts`, and a stranger can still call them. Mend it.",
		lesson,
		from: "mistakes/directive-came-along",
		checks: ["nothing-is-taken-down", "nothing-is-told", "job-still-works"],
		why: 'The line `"use server"` moved with them, and it is that line which makes endpoints. Without it, `lib/notes.ts` is a file like any other.',
	},
]);
