import { defineQuiz } from "@/lib/quiz";

const lesson = "convention/one-file-of-actions";

export default defineQuiz([
	{
		id: "what-the-browser-gets",
		kind: "single",
		level: 1,
		points: ["A4", "A2"],
		ask: "A Client Component imports `saveTip` from a file that begins with `'use server'`. What of `saveTip` is in the JavaScript that the browser loads?",
		options: [
			{
				text: "Its whole body, which the browser runs and which then posts what it stored",
				why: "The body stays on the server, and with it the packages and the database that it uses.",
			},
			{
				text: "Nothing at all; the import is removed and the server fills it in while it renders",
				why: "The button has to call something after the page has loaded. A small stand-in function is there for it.",
			},
			{
				text: "A reference: an id and a name",
				correct: true,
				why: "A stand-in is created from the id. Calling it sends a POST; the name helps the developer tools.",
			},
			{
				text: "Its signature, so that the browser can check the types of the arguments before it sends them",
				why: "Types are gone when the code is compiled, on both sides. Whoever calls may send anything.",
			},
		],
		proof: [{ claim: `${lesson}#only-a-reference` }],
	},
	{
		id: "two-kinds-of-caller",
		kind: "trueFalseGrid",
		level: 2,
		points: ["A4", "A2"],
		ask: "`app/actions.ts` begins with `'use server'` and exports `addRemark`. A Server Component and a Client Component both use it. Which of these are true?",
		statements: [
			{
				text: "Both forms go to one and the same action.",
				isTrue: true,
				why: "There is one export, hence one id. Who imported it makes no difference.",
			},
			{
				text: "The Client Component needs a copy of the action in a file without the directive.",
				isTrue: false,
				why: "It is the other way round: the directive at the top of the file is what lets it be imported from there.",
			},
			{
				text: "The directive has to be repeated inside of each function of the file.",
				isTrue: false,
				why: "At the top of a file it counts for every export. Inside of a function it counts for that function.",
			},
		],
		proof: [{ claim: `${lesson}#same-action` }],
	},
	{
		id: "constant-beside-actions",
		kind: "spotBug",
		level: 2,
		points: ["A7"],
		ask: "The project compiles, but the first request to the page fails. Which line is it, and why?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `"use server";

import { db } from "@/lib/db";

export const limits = { text: 80 };

export async function addTip(formData: FormData) {
	const text = String(formData.get("text"));
	if (text.length > limits.text) return;
	await db.message.create({ data: { text } });
}`,
		},
		bug: {
			line: "export const limits",
			why: "Every export of the file becomes an endpoint, and an object cannot be one.",
		},
		reasons: [
			{
				text: "A constant at the top of such a file is shared by all visitors and is locked for that reason",
				why: "Nothing is locked, and a constant may well stand there. It must only not be exported.",
			},
			{
				text: "Only async functions may be exported from it",
				correct: true,
				why: "An exported object compiles, and fails when the file is run. Keep it to the file, or move it to another one.",
			},
			{
				text: "The action returns nothing for a long text, and an action has to return a value",
				why: "An action may return nothing. Telling the visitor would be kinder, but nothing fails here.",
			},
		],
		proof: [{ claim: `${lesson}#objects-when-run` }],
	},
	{
		id: "length-in-the-browser",
		kind: "multiple",
		level: 2,
		points: ["D1", "A4"],
		ask: "The box counts characters and turns its button off above 80. Which of these keep a longer text out of the database, whoever sends it?",
		options: [
			{
				text: "`maxLength={80}` on the field",
				why: "It binds people who type into this page. A request written by hand has no field.",
			},
			{
				text: "Measuring the text in the action and leaving early when it is too long",
				correct: true,
				why: "Every way to the database goes through the action. This is the place that holds.",
			},
			{
				text: "A `disabled` button",
				why: "The request can be sent without any button.",
			},
			{
				text: "A zod schema with `.max(80)`, used by the action before it writes",
				correct: true,
				why: "It is the same check, on the server, with an error message to show.",
			},
			{
				text: "Typing the parameter as `ShortText`, a type of your own",
				why: "TypeScript is gone by the time the request comes.",
			},
		],
		proof: [{ check: `${lesson}#long-tip-is-refused` }],
	},
]);
