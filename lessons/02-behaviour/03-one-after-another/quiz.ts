import { defineQuiz } from "@/lib/quiz";

const lesson = "behaviour/one-after-another";

export default defineQuiz([
	{
		id: "all-in-the-browser",
		kind: "single",
		level: 1,
		points: ["B11"],
		ask: "Each call of the action `orderItem` takes one second. In the browser, `Promise.all` starts three of them. How long does it take?",
		options: [
			{
				text: "About one second, since `Promise.all` makes them run side by side",
				why: "It starts them together, and the page's queue still lets one go at a time.",
			},
			{
				text: "About three seconds, because each call waits for the one before",
				correct: true,
				why: "The page has a queue for its actions. The second request is made when the first is answered.",
			},
			{
				text: "About one second, because React makes one request of three calls that are started together",
				why: "It stays three requests. To make it one, write one action that takes the whole list.",
			},
			{
				text: "About two seconds: two may be under way, the third waits for a free place",
				why: "There is one place only, whatever else the browser could load at the same time.",
			},
		],
		proof: [{ claim: `${lesson}#one-at-a-time` }],
	},
	{
		id: "the-same-line-on-the-server",
		kind: "predictOutput",
		level: 2,
		points: ["B11", "B8"],
		ask: "`orderItem` is called on the server, by another function. What does it print?",
		run: {
			in: "node",
			code: `const log: string[] = [];

async function orderItem(name: string) {
	log.push(\`ask \${name}\`);
	await null; // the supplier takes a moment
	log.push(\`got \${name}\`);
}

await Promise.all(["flour", "butter"].map(orderItem));
console.log(log.join(", "));`,
		},
		options: [
			{
				text: "ask flour, got flour, ask butter, got butter",
				why: "So it would be in a loop with `await`, and for calls from a browser, which wait for one another.",
			},
			{
				text: "ask flour, ask butter, got flour, got butter",
				correct: true,
				why: "On the server both are calls of a function. No queue stands between them, so both begin before either ends.",
			},
			{
				text: "ask flour, ask butter",
				why: "`Promise.all` is awaited: the line that prints comes after both have ended.",
			},
			{
				text: "ask flour, ask butter, got butter, got flour",
				why: "Both wait for equally long, so the one that began first goes on first.",
			},
		],
		proof: [{ check: `${lesson}#side-by-side` }],
	},
	{
		id: "whose-queue",
		kind: "trueFalseGrid",
		level: 3,
		points: ["B11", "B8"],
		ask: "A page has a slow export and a quick “like”, both of them actions. What is true?",
		statements: [
			{
				text: "A like that is pressed during the export is sent when the export has been answered.",
				isTrue: true,
				why: "The queue does not ask whether two actions have to do with each other.",
			},
			{
				text: "Another visitor's like has to wait for the export, too.",
				isTrue: false,
				why: "Each page has a queue of its own, in its browser. The server runs the other action meanwhile.",
			},
			{
				text: "The queue makes sure that two people cannot both take the last seat.",
				isTrue: false,
				why: "Their actions may run at the same time. That remains a matter for the database.",
			},
			{
				text: "An action that calls the like on the server makes no further request for it.",
				isTrue: true,
				why: "There the like is a function like any other, and its call is an ordinary call.",
			},
		],
		proof: [
			{ claim: `${lesson}#slow-one-first` },
			{ claim: `${lesson}#others-do-not-wait` },
			{ claim: `${lesson}#plain-call` },
		],
	},
	{
		id: "one-call-and-still-slow",
		kind: "fixTheCode",
		level: 2,
		points: ["B11", "B8"],
		ask: "“Order everything” is one call by now, and takes as long as before. Let the supplier be asked for all products at once.",
		lesson,
		from: "mistakes/loop-on-the-server",
		checks: ["all-are-ordered", "one-call", "side-by-side"],
		why: "A loop with `await` asks for the second product when it has the first. `Promise.all` over the list starts all of them, and on the server no queue holds them back.",
	},
]);
