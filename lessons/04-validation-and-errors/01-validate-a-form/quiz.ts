import { defineQuiz } from "@/lib/quiz";

const lesson = "validation-and-errors/validate-a-form";

export default defineQuiz([
	{
		id: "what-binds",
		kind: "single",
		level: 1,
		points: ["D1"],
		ask: 'All fields of a form are `required`, and the e-mail field has `type="email"`. What can the action rely on?',
		options: [
			{
				text: "On all fields being there, but not on the e-mail address existing",
				why: "A request can be written without the form.",
			},
			{
				text: "On nothing",
				correct: true,
				why: "These attributes bind the browser. A request that breaks them reaches the action all the same.",
			},
			{
				text: "On everything, as long as JavaScript is on",
				why: "JavaScript or not, somebody can send what they like.",
			},
			{
				text: "On the types, since TypeScript knows the form",
				why: "TypeScript knows `FormData`, whose fields are text, a file or `null`.",
			},
		],
		proof: [{ claim: `${lesson}#attributes-do-not-bind` }],
	},
	{
		id: "arguments-with-state",
		kind: "spotBug",
		level: 2,
		points: ["C6", "D2"],
		ask: "`formData.get is not a function`, says the server. The form uses `useActionState(subscribe, null)`. Which line is it?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `"use server";

import { schema } from "./schema";

export async function subscribe(formData: FormData) {
	const parsed = schema.safeParse({ email: formData.get("email") });
	if (!parsed.success) return { error: "Please check the address." };
	await store(parsed.data);
	return null;
}`,
		},
		bug: {
			line: ["export async function subscribe", 'formData.get("email")'],
			why: "What is called `formData` here is the state from before.",
		},
		reasons: [
			{
				text: "With `useActionState` the previous state is the first argument, and the form data the second",
				correct: true,
				why: "Write `subscribe(previous, formData)`, even where `previous` is of no use.",
			},
			{
				text: "`useActionState` turns the form data into a plain object before it calls the action",
				why: "It is still a `FormData`; it only stands in second place.",
			},
			{
				text: "The first call is made with `null` to get the initial state, before anybody has sent the form",
				why: "The initial state is the one you gave. The action is called when the form is sent.",
			},
		],
		proof: [{ claim: `${lesson}#previous-state-first` }],
	},
	{
		id: "zod-four-errors",
		kind: "predictOutput",
		level: 3,
		points: ["D1", "D2"],
		ask: "zod 4, as on the pinned version. What does this print?",
		run: {
			in: "node",
			code: `import * as z from "zod";

const schema = z.object({ name: z.string().min(2, "Too short"), age: z.coerce.number().min(18, "Too young") });
const result = schema.safeParse({ name: "A", age: "17" });
const { fieldErrors } = z.flattenError(result.error!);
console.log(JSON.stringify(fieldErrors));`,
		},
		options: [
			{
				text: '{"name":["Too short"],"age":["Too young"]}',
				correct: true,
				why: "All fields are checked, and each has a list of messages: what a form needs to show each at its field.",
			},
			{
				text: '{"name":["Too short"]}',
				why: "zod does not stop at the first field that is wrong.",
			},
			{
				text: '{"name":"Too short","age":"Too young"}',
				why: "A field can break several rules, so there is a list for each.",
			},
			{
				text: '{"name":["Too short"],"age":["Expected number, received string"]}',
				why: "`z.coerce` makes a number of the text first.",
			},
		],
	},
	{
		id: "empty-again",
		kind: "single",
		level: 2,
		points: ["D2", "C9"],
		ask: "An action returns field errors. The visitor sees them, and all fields are empty. Why, and what helps?",
		options: [
			{
				text: "React resets uncontrolled fields when the action is done; return what was typed and use it as `defaultValue`",
				correct: true,
				why: "It resets after errors too: React cannot know that what you returned is an error.",
			},
			{
				text: "The page was loaded anew; call `preventDefault` before the action runs",
				why: "The document stayed, if the page is hydrated. And a form with an action needs no `preventDefault`.",
			},
			{
				text: "`FormData` is emptied by reading it; copy it with `Object.fromEntries` before you validate",
				why: "Reading changes nothing in it.",
			},
			{
				text: "The errors came as a new state, and a new state always gives a form a new `key`",
				why: "No key changes. The reset is a feature of forms with actions.",
			},
		],
		proof: [{ claim: `${lesson}#fields-are-reset` }, { check: `${lesson}#keeps-what-was-typed` }],
	},
	{
		id: "state-with-javascript-off",
		kind: "trueFalseGrid",
		level: 3,
		points: ["C6", "D2", "B1"],
		ask: "A form uses `useActionState` with an action from a file. JavaScript is off. True or false?",
		statements: [
			{
				text: "The form can be sent.",
				isTrue: true,
				why: "The form's HTML names the action and carries the state along.",
			},
			{
				text: "The page that comes back shows the returned errors.",
				isTrue: true,
				why: "The answer is the page, rendered with the new state.",
			},
			{
				text: "The errors are announced and shown only after React has hydrated the form.",
				isTrue: false,
				why: "They are in the HTML. Nothing has to be hydrated to be read.",
			},
		],
		proof: [{ claim: `${lesson}#state-without-javascript` }],
	},
	{
		id: "unchecked-price",
		kind: "fixTheCode",
		level: 2,
		points: ["D1"],
		ask: "The starter stores whatever is sent. Make the server refuse bad input, and store what the schema gave you.",
		lesson,
		from: "starter",
		checks: ["stores-good-input", "refuses-bad-input", "stores-what-was-validated"],
		why: "Parse before you write, leave early when it fails, and write `parsed.data`: trimmed, with numbers being numbers, and without fields that nobody asked for.",
	},
]);
