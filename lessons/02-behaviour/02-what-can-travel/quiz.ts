import { defineQuiz } from "@/lib/quiz";

const lesson = "behaviour/what-can-travel";

export default defineQuiz([
	{
		id: "what-arrives",
		kind: "multiple",
		level: 1,
		points: ["B7"],
		ask: "A Client Component gives these to an action. Which of them arrive as what they were?",
		options: [
			{
				text: "A `Date`",
				correct: true,
				why: "React's format knows dates. There is no need to make text of them first.",
			},
			{
				text: "A `Set` of names",
				correct: true,
				why: "A set arrives as a set. It is JSON that would make `{}` of it.",
			},
			{
				text: "A `File` from an input",
				correct: true,
				why: "Files travel, on their own or in form data.",
			},
			{
				text: "An instance of your class `Trip`",
				why: "A stand-in is sent in its place. Send its fields in a plain object, and make a `Trip` of them on the server.",
			},
			{
				text: "The event that a click handler was given",
				why: "It belongs to the browser and cannot be written down. The action gets a stand-in.",
			},
		],
		proof: [
			{ claim: `${lesson}#these-travel` },
			{ claim: `${lesson}#stand-in` },
			{ claim: `${lesson}#also-stand-ins` },
		],
	},
	{
		id: "through-json",
		kind: "predictOutput",
		level: 2,
		points: ["B7"],
		ask: "Somebody thinks that arguments of an action have to be JSON, and converts a trip by hand. What does it print?",
		run: {
			in: "node",
			code: `const trip = { from: new Date("2026-05-01"), guests: new Set(["Ada", "Grace"]) };
const sent = JSON.parse(JSON.stringify(trip));

console.log(typeof sent.from, JSON.stringify(sent.guests));`,
		},
		options: [
			{
				text: "string {}",
				correct: true,
				why: "JSON has no dates and no sets: the one becomes text, and of the other nothing is left, without an error.",
			},
			{
				text: 'string ["Ada","Grace"]',
				why: "That would need `[...guests]`. The members of a set are not properties, and JSON writes properties.",
			},
			{
				text: "object {}",
				why: "The set is right, the date is not: `JSON.stringify` writes a date as text, and `JSON.parse` leaves it so.",
			},
			{
				text: 'object ["Ada","Grace"]',
				why: "This is near to what React's own format does, where a date and a set arrive as what they were. JSON cannot.",
			},
		],
		proof: [{ claim: `${lesson}#these-travel` }],
		note: "Given to an action directly, both would have arrived whole.",
	},
	{
		id: "stored-but-rejected",
		kind: "single",
		level: 3,
		points: ["B7"],
		ask: "After a call the row is in the database, the request has status 200, and in the browser the promise is rejected. Which action does that?",
		options: [
			{
				text: "One that stores the row and returns an instance of a class",
				correct: true,
				why: "It had done its work; its answer could not be written down. Whoever tries again has two rows.",
			},
			{
				text: "One that is given an instance of a class and reads one of its fields before it stores anything",
				why: "It fails at the field, before the write, and the status is 500.",
			},
			{
				text: "One that stores the row and returns a `Map` instead of a plain object",
				why: "A map travels back as a map, and so do dates and sets.",
			},
			{
				text: "One that is given a function and calls it first, to tell the browser that it has begun",
				why: "The function stayed in the browser. The call of it fails on the server, with status 500.",
			},
		],
		proof: [
			{ claim: `${lesson}#class-returned` },
			{ claim: `${lesson}#stand-in` },
			{ claim: `${lesson}#also-back` },
			{ claim: `${lesson}#callback-called` },
		],
	},
	{
		id: "nobody-looks",
		kind: "trueFalseGrid",
		level: 3,
		points: ["B7"],
		ask: "What becomes of an argument that React cannot write down?",
		statements: [
			{
				text: "The call throws in the browser, before anything is sent.",
				isTrue: false,
				why: "Nobody complains there. The request is made, with the stand-in `$T` in it.",
			},
			{
				text: "The action runs, and fails when it reads a field of it.",
				isTrue: true,
				why: "So one looks for the fault in the action, and it is in the call.",
			},
			{
				text: "An action that never looks inside can return it, and the browser has its own object back.",
				isTrue: true,
				why: "The stand-in stands for the value that stayed in the browser, and finds it again.",
			},
			{
				text: "A regular expression arrives as its text.",
				isTrue: false,
				why: "It becomes a stand-in, as functions, events and errors do.",
			},
		],
		proof: [
			{ claim: `${lesson}#stand-in` },
			{ claim: `${lesson}#handed-back` },
			{ claim: `${lesson}#also-stand-ins` },
		],
	},
	{
		id: "no-way-back",
		kind: "fixTheCode",
		level: 2,
		points: ["B7"],
		ask: "The trip is stored, and the page does not hear of it: there is something in the answer that does not travel. Mend it.",
		lesson,
		from: "mistakes/function-returned",
		checks: ["trip-is-stored", "answer-is-shown"],
		why: "A plain object travels, and a function inside it does not. Send back the finished values, and let the browser make its text of them.",
	},
]);
