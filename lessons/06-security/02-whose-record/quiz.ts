import { defineQuiz } from "@/lib/quiz";

const lesson = "security/whose-record";

export default defineQuiz([
	{
		id: "signed-in-and-wrong",
		kind: "single",
		level: 2,
		points: ["F4"],
		ask: "`saveDraft(id, formData)` checks that somebody is signed in, then updates the draft with that id. What is left open?",
		options: [
			{
				text: "Nothing; only people with a session get that far",
				why: "Mallory has a session as well: her own.",
			},
			{
				text: "Everybody with a session can change everybody's drafts",
				correct: true,
				why: "Look the draft up and compare its owner with the user of the session. The name for it is IDOR.",
			},
			{
				text: "People who are not signed in can change drafts that have no owner",
				why: "They do not get past the first check.",
			},
			{
				text: "Two people can save at the same time",
				why: "That is a question of its own, and not one of rights.",
			},
		],
		proof: [{ check: `${lesson}#others-cannot-be-saved` }],
	},
	{
		id: "what-can-be-forged",
		kind: "multiple",
		level: 3,
		points: ["F4", "C8", "F5"],
		ask: "Which of these can somebody change before they reach the action?",
		options: [
			{
				text: "An argument bound with `.bind`",
				correct: true,
				why: "It stands in the page in plain text, and a changed one is accepted.",
			},
			{
				text: "The previous state of `useActionState`, with JavaScript off",
				correct: true,
				why: "It comes from the form as well.",
			},
			{
				text: "A value that an inline action captured",
				why: "It is encrypted, and a change is noticed: the action does not run.",
			},
			{
				text: "A hidden field",
				correct: true,
				why: "Hidden from the eye only.",
			},
		],
		proof: [
			{ claim: `${lesson}#bound-arguments-are-plain` },
			{ claim: `${lesson}#previous-state-is-sent` },
			{ claim: "security/closures#tampering-is-noticed" },
			{ claim: "calling-actions/extra-arguments#changed-on-the-way" },
		],
	},
	{
		id: "whose-cookies",
		kind: "single",
		level: 1,
		points: ["F4", "E6"],
		ask: "Where does an action get to know who is calling?",
		options: [
			{
				text: "From a hidden field with the user's id, which the page has put into the form",
				why: "Anybody can write another id into it.",
			},
			{
				text: "From the cookies of the request that called it, read with `await cookies()`",
				correct: true,
				why: "The session cookie comes along with the call like with any other request.",
			},
			{
				text: "From a global variable that the layout set while it rendered the page",
				why: "A variable of the server is shared by all requests.",
			},
			{
				text: "From its first argument, which Next.js fills with the user",
				why: "Next.js knows nothing of your users.",
			},
		],
		proof: [{ claim: `${lesson}#session-comes-along` }],
	},
	{
		id: "owner-from-the-form",
		kind: "fixTheCode",
		level: 2,
		points: ["F4"],
		ask: "A new draft can be written in somebody else's name. Mend it.",
		lesson,
		from: "mistakes/owner-from-the-form",
		checks: ["owner-is-the-caller"],
		why: "Who owns the new record is not for the form to say. Take the user of the session.",
	},
]);
