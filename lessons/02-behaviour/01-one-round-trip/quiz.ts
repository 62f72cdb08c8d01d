import { defineQuiz } from "@/lib/quiz";

const lesson = "behaviour/one-round-trip";

export default defineQuiz([
	{
		id: "how-many-requests",
		kind: "single",
		level: 1,
		points: ["B5"],
		ask: "A hydrated page calls an action that stores a row, calls `revalidatePath` for this page, and returns a number. How many requests does it take until number and new list are shown?",
		options: [
			{
				text: "One: its answer holds the number and the page",
				correct: true,
				why: "The action said that the page is out of date, so the page comes along, rendered anew, with the returned value.",
			},
			{
				text: "Two: one for the number, then one of the router for the list",
				why: "So it is with `router.refresh()`. An action that revalidates needs no one to ask again.",
			},
			{
				text: "Two, at the same time: the call, and a reload of the document",
				why: "The document is not loaded again. React puts the new page into it.",
			},
			{
				text: "As many as there are components in the page that read data",
				why: "Those components run on the server. The browser gets what they rendered, in one piece.",
			},
		],
		proof: [{ claim: `${lesson}#both-in-one-answer` }],
	},
	{
		id: "with-a-second-request",
		kind: "order",
		level: 2,
		points: ["B5"],
		ask: "An action stores a row and returns its number, without revalidating. The form awaits it and then calls `router.refresh()`. Put in order what happens.",
		steps: [
			{
				id: "call",
				text: "The browser sends a `POST` with the arguments",
				why: "The call of an action is where everything begins.",
			},
			{
				id: "write",
				text: "The action stores the row",
				after: ["call"],
				why: "It runs when its request has arrived, and before there is anything to return.",
			},
			{
				id: "value",
				text: "An answer arrives that holds the number and no page",
				after: ["write"],
				why: "The action did not say that the page is out of date, so only its value comes back.",
			},
			{
				id: "ask",
				text: "The browser sends a `GET` for the data of the page",
				after: ["value"],
				why: "`router.refresh()` stands after the `await`, so this request is made when the first one is over.",
			},
			{
				id: "list",
				text: "The list on the open page has the new row",
				after: ["ask"],
				why: "On a slow connection one has waited twice for it. `revalidatePath` in the action saves the second wait.",
			},
		],
		proof: [{ claim: `${lesson}#only-the-value` }, { claim: `${lesson}#refresh-asks-again` }],
	},
	{
		id: "what-the-answer-brings",
		kind: "trueFalseGrid",
		level: 3,
		points: ["B5", "E1"],
		ask: "An action is called from a hydrated page that lists rows of a database. What is true?",
		statements: [
			{
				text: "`refresh()` from `next/cache`, called in the action, brings the page along in the same answer.",
				isTrue: true,
				why: "It is the server's `refresh`. The one of the router is called in the browser and is a request of its own.",
			},
			{
				text: "A page that reads the database comes along in any case, since it is rendered for each request.",
				isTrue: false,
				why: "Without a word from the action the answer holds the returned value only, and the open page stays as it is.",
			},
			{
				text: "The page that comes along also shows what other people have stored in the meantime.",
				isTrue: true,
				why: "It is rendered from the data as it is now, not from what this browser knew before.",
			},
			{
				text: "An action that calls `revalidatePath` cannot return a value as well.",
				isTrue: false,
				why: "Value and page travel in one answer. The `return` may stay.",
			},
		],
		proof: [
			{ claim: `${lesson}#server-refresh` },
			{ claim: `${lesson}#only-the-value` },
			{ claim: `${lesson}#both-in-one-answer` },
			{ check: `${lesson}#others-are-there` },
		],
	},
	{
		id: "one-too-many",
		kind: "fixTheCode",
		level: 2,
		points: ["B5"],
		ask: "A reservation shows its number and the new list, and makes one request more than it needs. Take it out, and lose nothing.",
		lesson,
		from: "mistakes/refreshed-twice",
		checks: ["reserve-shows-both", "one-request"],
		why: "The action revalidates, so its answer brings the page along. `router.refresh()` in the form asked for the same page a second time.",
	},
]);
