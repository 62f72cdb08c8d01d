import { defineQuiz } from "@/lib/quiz";

const lesson = "calling-actions/several-buttons";

export default defineQuiz([
	{
		id: "which-button",
		kind: "single",
		level: 2,
		points: ["C9"],
		ask: 'A form has two submit buttons, `name="intent"` with the values `draft` and `publish`. Control and Enter call `form.requestSubmit()`. What is `formData.get("intent")` in the action?',
		options: [
			{
				text: "`draft`, the value of the first button of the form",
				why: "That is the browser's rule for the Enter key in a field. `requestSubmit()` without a button sends none.",
			},
			{
				text: "`null`",
				correct: true,
				why: "Only a button that was pressed, or given to `requestSubmit(button)`, is in the form data.",
			},
			{
				text: "The value of whichever button was pressed last",
				why: "Nothing of an earlier submission is kept.",
			},
			{
				text: "Both values, to be read with `getAll`",
				why: "A form never sends more than the one button that submitted it.",
			},
		],
		proof: [{ claim: `${lesson}#the-clicked-one` }],
	},
	{
		id: "three-ways-to-submit",
		kind: "trueFalseGrid",
		level: 3,
		points: ["C9", "B3"],
		ask: "A hydrated page submits its form by code. What is true?",
		statements: [
			{
				text: "`requestSubmit()` lets the browser check `required` first.",
				isTrue: true,
				why: "It does what a click on a submit button does.",
			},
			{
				text: "`submit()` keeps the document, as every submission does after hydration.",
				isTrue: false,
				why: "It goes around React: the browser posts the form itself and loads a new document.",
			},
			{
				text: "`submit()` on a form with an action still runs the action.",
				isTrue: true,
				why: "The form's HTML names the action, so a plain post reaches it.",
			},
			{
				text: "`submit()` shows the browser's message at an empty required field.",
				isTrue: false,
				why: "It goes around validation as well.",
			},
		],
		proof: [{ claim: `${lesson}#asks-first` }, { claim: `${lesson}#leaves-the-document` }],
	},
	{
		id: "field-after-draft",
		kind: "single",
		level: 2,
		points: ["C9"],
		ask: "“Save draft” stores the text, and the uncontrolled field is empty afterwards. How do you keep the text in it?",
		options: [
			{
				text: "Render the field with `defaultValue` from the draft that the action returned",
				correct: true,
				why: "React puts fields back to their default values, and to new ones where the action brought new ones.",
			},
			{
				text: "Call `event.preventDefault()` in the button's `onClick`, so that the form is not reset",
				why: "Then the form is not sent at all.",
			},
			{
				text: "Give the field a `key` that never changes",
				why: "It has kept its place already. The reset is on purpose.",
			},
			{
				text: "Return `false` from the action",
				why: "The returned value does not decide about the reset.",
			},
		],
		proof: [{ claim: `${lesson}#back-to-the-default` }, { check: `${lesson}#draft-stays` }],
	},
]);
