import { defineQuiz } from "@/lib/quiz";

const lesson = "actions-or-route-handlers/three-files-become-one";

export default defineQuiz([
	{
		id: "what-falls-away",
		kind: "multiple",
		level: 1,
		points: ["G1"],
		ask: "A feedback box is made of a Route Handler and a Client Component that fetches. It becomes a Server Component with an action. What do you no longer write yourself?",
		options: [
			{
				text: "The effect that loads the list, and its “Loading”",
				correct: true,
				why: "The Server Component asks the database while it renders, so the list is in the first HTML.",
			},
			{
				text: "The address, and the JSON on its way in and out",
				correct: true,
				why: "The form is given a function. How it is reached and how its arguments travel is the framework's business.",
			},
			{
				text: "The check that refuses feedback of nothing but spaces",
				why: "It moves into the action. Whoever could post to the old address can post to the action.",
			},
			{
				text: "The line that says that the list has changed, since an action always brings a new page",
				why: "An action brings a new page along when it says that something changed. `revalidatePath` is that line.",
			},
		],
		proof: [
			{ check: `${lesson}#list-without-javascript` },
			{ check: `${lesson}#empty-is-refused` },
			{ claim: "after-the-mutation/revalidate-a-path#only-the-value" },
		],
	},
	{
		id: "requests-for-one-message",
		kind: "single",
		level: 2,
		points: ["G1", "B5"],
		ask: "The old box needs two requests for each message: one to write it, and one to read the list again. How many does the hydrated form with a revalidating action need?",
		options: [
			{
				text: "One: the answer to the write brings the new page along",
				correct: true,
				why: "The page is rendered again in the same answer, and the browser asks for nothing else.",
			},
			{
				text: "Two as before, but React makes the second one by itself as soon as the first is answered",
				why: "That is what `router.refresh()` in the browser costs. An action that revalidates saves it.",
			},
			{
				text: "Three: one for the action, one for the page and one for the list",
				why: "The list is part of the page, and the page is part of the answer.",
			},
			{
				text: "None until the page is reloaded: the new message is kept in the browser's memory",
				why: "The message is sent at once. It could not be stored otherwise.",
			},
		],
		proof: [{ claim: `${lesson}#one-answer` }, { check: `${lesson}#one-round-trip` }],
	},
	{
		id: "half-way",
		kind: "fixTheCode",
		level: 2,
		points: ["G1"],
		ask: "The write is an action, but the list is still fetched by the browser. With JavaScript off nobody sees any feedback. Finish the work.",
		lesson,
		from: "mistakes/half-way",
		checks: ["list-without-javascript", "form-without-javascript", "one-round-trip", "old-door-closed"],
		why: "As long as the browser fetches the list, a Route Handler has to be there, and the list comes late or never. Read it in the Server Component, and delete what nobody uses any more.",
	},
]);
