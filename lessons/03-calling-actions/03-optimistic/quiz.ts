import { defineQuiz } from "@/lib/quiz";

const lesson = "calling-actions/optimistic";

export default defineQuiz([
	{
		id: "tick-vanishes",
		kind: "single",
		level: 3,
		points: ["C7", "I2"],
		ask: "The action stores the tick and returns. For a moment the box is ticked, then it is empty again; after a reload it is ticked. What is missing?",
		options: [
			{
				text: "`revalidatePath` or the like in the action, so that the value under the optimistic one is new as well",
				correct: true,
				why: "When the transition is over, the value that was given to `useOptimistic` is shown again. Nobody had refreshed it.",
			},
			{
				text: "A `try` and `catch` around the action, for what is undone is always an error",
				why: "The optimistic value also ends after success. It is a loan, and not a state.",
			},
			{
				text: "A second call of the setter after the `await`, to make the tick last",
				why: "It would be taken back at the end of the transition like the first one.",
			},
			{
				text: "A `key` on the box, so that React keeps it apart from the others",
				why: "The box is found well enough; its value is the old one.",
			},
		],
		proof: [{ claim: `${lesson}#back-to-the-base` }, { check: `${lesson}#tick-is-kept` }],
	},
	{
		id: "who-rolls-back",
		kind: "single",
		level: 1,
		points: ["C7"],
		ask: "The action throws. What do you have to write so that the optimistic value goes away?",
		options: [
			{
				text: "Nothing",
				correct: true,
				why: "It is taken back when the transition ends, however it ends. You only have to say what went wrong.",
			},
			{
				text: "A `catch` that calls the setter with the old value",
				why: "That is how it is done with a plain state. Here React remembers the base value.",
			},
			{
				text: "An `error.tsx` that resets the state of the page when it is shown",
				why: "The boundary shows an error. The optimistic value is gone before that.",
			},
		],
		proof: [{ claim: `${lesson}#back-when-it-throws` }],
	},
	{
		id: "two-in-a-row",
		kind: "order",
		level: 3,
		points: ["C7", "B11"],
		ask: "Two boxes are ticked one right after the other; each click sets an optimistic value and awaits an action that revalidates. Put in order what happens.",
		steps: [
			{
				id: "first-shown",
				text: "The first tick is shown",
				why: "The setter is called before the action is awaited.",
			},
			{
				id: "both-shown",
				text: "The second tick is shown on top of the first",
				after: ["first-shown"],
				why: "The update function gets the value as it is shown now, so changes add up.",
			},
			{
				id: "first-sent",
				text: "The first action runs",
				after: ["first-shown"],
				why: "It was sent with the first click. Whether the second click comes before or after it ends does not matter.",
			},
			{
				id: "second-sent",
				text: "The second action runs",
				after: ["both-shown", "first-sent"],
				why: "Actions of a page run one after another.",
			},
			{
				id: "base",
				text: "The optimistic values are gone; the server's list is shown",
				after: ["second-sent"],
				why: "They are taken back when the last action is done, and the fresh list has both ticks.",
			},
		],
		proof: [{ claim: `${lesson}#one-on-top-of-the-other` }, { check: `${lesson}#two-at-once` }],
	},
	{
		id: "outside-a-transition",
		kind: "trueFalseGrid",
		level: 2,
		points: ["C7"],
		ask: "True or false, of the setter of `useOptimistic`?",
		statements: [
			{
				text: "Called outside of a transition or a form action, React complains in the console during development.",
				isTrue: true,
				why: "Without a transition React would not know when to take the value back.",
			},
			{
				text: "The value that it sets is stored on the server by React.",
				isTrue: false,
				why: "It is a value on the screen. Storing is what your action does.",
			},
			{
				text: "The update function is given the value that is shown now, and not the one from the server.",
				isTrue: true,
				why: "That is why two quick changes add up.",
			},
		],
		proof: [{ claim: `${lesson}#complains-outside` }, { claim: `${lesson}#one-on-top-of-the-other` }],
	},
	{
		id: "refused-tick",
		kind: "fixTheCode",
		level: 2,
		points: ["C7", "D4"],
		ask: "The judge refuses, the tick disappears, and nobody says why. Tell the visitor.",
		lesson,
		from: "mistakes/refused-without-a-word",
		checks: ["refused-is-said"],
		why: "Taking the tick back is React's work; saying what happened is yours. Return a message from the action and show it, where assistive technology hears it too.",
	},
]);
