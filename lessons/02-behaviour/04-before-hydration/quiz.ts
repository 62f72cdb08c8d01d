import { defineQuiz } from "@/lib/quiz";

const lesson = "behaviour/before-hydration";

export default defineQuiz([
	{
		id: "too-quick-for-onsubmit",
		kind: "single",
		level: 1,
		points: ["B2"],
		ask: "A form has an `onSubmit` that prevents the default and calls an action. It has no `action`. Somebody sends it before React has hydrated it. What happens?",
		options: [
			{
				text: "React keeps the submission and calls `onSubmit` when it has hydrated the form",
				why: "It does so for a function in the form's `action`. A handler that is not attached yet is simply not called.",
			},
			{
				text: "The browser sends it with `GET`, and what was typed stands in the address",
				correct: true,
				why: "For the browser it is a form without an address or a method. Nothing is stored.",
			},
			{
				text: "Nothing at all: until it is hydrated, the browser takes the form for a part of a picture",
				why: "The form is ordinary HTML, and a browser knows what to do with it.",
			},
			{
				text: "The action is called, and only the `preventDefault` is missed, so that the page loads anew",
				why: "Both stand in the same handler. Where it is not called, the action is not called either.",
			},
		],
		proof: [{ claim: `${lesson}#handler-not-there` }],
	},
	{
		id: "kept-for-later",
		kind: "order",
		level: 2,
		points: ["B2"],
		ask: "The form's `action` is a function of the browser, `send`, which calls the Server Action `report`. Somebody is quicker than the scripts. Put in order what happens.",
		steps: [
			{
				id: "html",
				text: "The HTML arrives, and the form can be seen",
				why: "HTML comes first. It holds the few lines of script that will keep a submission.",
			},
			{
				id: "press",
				text: "The visitor types, and presses the button",
				after: ["html"],
				why: "This takes no more than the HTML. Nothing is sent to the server yet.",
			},
			{
				id: "hydrate",
				text: "The scripts arrive, and React hydrates the form",
				after: ["press"],
				why: "The visitor was quicker, so this comes after the press. From here on there is a `send` to call.",
			},
			{
				id: "send",
				text: "`send` is called, with what was typed",
				after: ["hydrate"],
				why: "The submission was kept until somebody could take it.",
			},
			{
				id: "post",
				text: "The browser makes one `POST` for `report`",
				after: ["send"],
				why: "`send` calls the action, and the submission is made once.",
			},
		],
		proof: [{ claim: `${lesson}#queued` }],
	},
	{
		id: "waits-or-not",
		kind: "trueFalseGrid",
		level: 3,
		points: ["B2", "B1"],
		ask: "A page has arrived, its scripts have not. What is true?",
		statements: [
			{
				text: "Every form in a Client Component keeps its submissions until it is hydrated.",
				isTrue: false,
				why: "Only one with a function of the browser as its action. With the Server Action itself, the browser posts it at once.",
			},
			{
				text: "With `useActionState(report, …)` around the Server Action, the form need not wait either.",
				isTrue: true,
				why: "What `useActionState` makes of the action has an address in the HTML as well.",
			},
			{
				text: "A click on a button with `onClick` is made up for when the button is hydrated.",
				isTrue: false,
				why: "It is lost, without a trace.",
			},
			{
				text: "A click on one part of the page can make React hydrate it before parts that stand above it.",
				isTrue: true,
				why: "Left alone, the parts are hydrated from top to bottom. The part that somebody touches goes first.",
			},
		],
		proof: [
			{ claim: `${lesson}#not-queued` },
			{ claim: `${lesson}#queued` },
			{ claim: `${lesson}#click-is-lost` },
			{ claim: `${lesson}#touched-first` },
		],
	},
	{
		id: "let-it-go-at-once",
		kind: "fixTheCode",
		level: 3,
		points: ["B2"],
		ask: "An early report is kept until the scripts arrive; where they never do, it never leaves. Let the form be sent without them, and say thank you all the same.",
		lesson,
		from: "mistakes/function-around-the-action",
		checks: ["still-works-when-ready", "nothing-is-lost", "sent-without-waiting", "thanks-without-scripts"],
		why: "A function around the action has no address a browser could post to. Given to the form by way of `useActionState`, the action has one, and the thanks it returns are in the page that comes back.",
	},
]);
