import { defineQuiz } from "@/lib/quiz";

const lesson = "validation-and-errors/which-boundary";

export default defineQuiz([
	{
		id: "who-is-caught",
		kind: "multiple",
		level: 3,
		points: ["D3", "D5", "J1"],
		ask: "An action throws. From which callers does the error reach the nearest `error.tsx`?",
		options: [
			{
				text: "A form with `action={…}`",
				correct: true,
				why: "React runs a form's action in a transition of its own.",
			},
			{
				text: "An `onClick` handler that awaits it",
				why: "The promise rejects in the handler. React does not watch it.",
			},
			{
				text: "`useActionState`",
				correct: true,
				why: "Its dispatch runs in a transition that belongs to the component.",
			},
			{
				text: "A transition of `useTransition`",
				correct: true,
				why: "The transition belongs to the component that has the hook.",
			},
			{
				text: "An effect",
				why: "Nobody catches it there; the browser reports an unhandled rejection.",
			},
		],
		proof: [{ claim: `${lesson}#caught` }, { claim: `${lesson}#not-caught` }],
	},
	{
		id: "suspense-and-errors",
		kind: "single",
		level: 2,
		points: ["D3"],
		ask: "“The error of an action is caught by the nearest `error.js` or Suspense boundary.” What about the second half?",
		options: [
			{
				text: "It is right if the boundary has a `fallback`",
				why: "A fallback is shown while something is loading. It is no place for errors.",
			},
			{
				text: "It is wrong: `<Suspense>` does not catch the error of an action",
				correct: true,
				why: "Only error boundaries catch, and `error.tsx` is one.",
			},
			{
				text: "It is right on the server and wrong in the browser",
				why: "The action's error is thrown in the browser, when the answer is read.",
			},
		],
		proof: [{ claim: `${lesson}#suspense-never` }],
	},
	{
		id: "where-it-stands",
		kind: "single",
		level: 2,
		points: ["D3"],
		ask: "`app/desk/` has a `layout.tsx`, an `error.tsx` and a `page.tsx`. A form on the page has an action that throws. What is still on the screen?",
		options: [
			{
				text: "The layout of `app/desk`, and the error inside of it",
				correct: true,
				why: "`error.tsx` takes the place of the page and stands inside the layout of its own folder.",
			},
			{
				text: "Only the error; every layout is replaced up to the root",
				why: "Layouts stay, so that navigation still works.",
			},
			{
				text: "The page too, with the error below it",
				why: "It is replaced. Typed text goes with it.",
			},
			{
				text: "The root layout only, since an error boundary cannot catch errors inside its own layout",
				why: "It cannot catch errors of its own layout. This one is thrown by the page, further in.",
			},
		],
		proof: [{ claim: `${lesson}#inside-the-layout` }],
	},
	{
		id: "no-javascript-error",
		kind: "trueFalseGrid",
		level: 3,
		points: ["D3", "D5"],
		ask: "A form is sent with JavaScript off, and its action throws. True or false?",
		statements: [
			{
				text: "The answer has status 500.",
				isTrue: true,
				why: "Nothing else was said about the request, and it failed.",
			},
			{
				text: "The answer shows `error.tsx`.",
				isTrue: false,
				why: "An error boundary is a thing of React in the browser. It is not in that answer.",
			},
			{
				text: "Returning errors in place of throwing them also helps people without JavaScript.",
				isTrue: true,
				why: "What is returned can be rendered into the page that comes back.",
			},
		],
		proof: [
			{ claim: `${lesson}#without-javascript` },
			{ claim: "validation-and-errors/validate-a-form#state-without-javascript" },
		],
	},
]);
