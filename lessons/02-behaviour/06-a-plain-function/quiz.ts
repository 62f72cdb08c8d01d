import { defineQuiz } from "@/lib/quiz";

const lesson = "behaviour/a-plain-function";

export default defineQuiz([
	{
		id: "action-calls-action",
		kind: "single",
		level: 1,
		points: ["B8"],
		ask: "The action `swap` calls two other actions, `giveBack` and `borrow`. A button calls `swap`. How many requests are made?",
		options: [
			{
				text: "Three: every call of an action is a `POST`, wherever the call comes from",
				why: "Only a call from the browser is. On the server there is a function, and it is called.",
			},
			{
				text: "One: on the server, `swap` calls the two as it would call any function",
				correct: true,
				why: "The browser calls `swap`, which takes a request. `swap` gets what the two return without one.",
			},
			{
				text: "Two: the calls in `swap` are put together in one further request of the server to itself",
				why: "The server sends nothing to itself. `swap` gets what the two return, directly.",
			},
			{
				text: "None, as it does not compile: an action cannot be called in the file that defines it",
				why: "It can be called wherever a function of that name is in reach.",
			},
		],
		proof: [{ claim: `${lesson}#no-request` }, { check: `${lesson}#one-request` }],
	},
	{
		id: "both-at-once",
		kind: "predictOutput",
		level: 2,
		points: ["B8"],
		ask: "Everybody has one book at a time. On the server, somebody starts both halves of a swap at once. What does it print?",
		run: {
			in: "node",
			code: `const loans = new Map([["Moby-Dick", "you"]]);

async function giveBack(book: string) {
	await null; // the database takes a moment
	loans.delete(book);
	return "taken back";
}

async function borrow(book: string) {
	const hasOne = [...loans.values()].includes("you");
	await null;
	if (hasOne) return "refused";
	loans.set(book, "you");
	return "lent";
}

const answers = await Promise.all([giveBack("Moby-Dick"), borrow("Emma")]);
console.log(answers.join(", "));`,
		},
		options: [
			{
				text: "taken back, refused",
				correct: true,
				why: "`borrow` looks at the loans before `giveBack` has changed them. What depends on something else has to be awaited after it.",
			},
			{
				text: "taken back, lent",
				why: "This is what `await giveBack(…)` and then `await borrow(…)` would give. Nothing queues the two on the server.",
			},
			{
				text: "refused, taken back",
				why: "`Promise.all` answers in the order of its list, whichever is done first.",
			},
			{
				text: "lent, taken back",
				why: "The order is that of the list, and `borrow` was refused.",
			},
		],
		proof: [{ check: `${lesson}#swap-works` }],
	},
	{
		id: "between-two-actions",
		kind: "trueFalseGrid",
		level: 3,
		points: ["B8", "B7"],
		ask: "One action calls another, on the server. What is true?",
		statements: [
			{
				text: "An instance of a class arrives in the inner action with its methods.",
				isTrue: true,
				why: "Nothing is written down and read again between the two, so the rules of what can travel do not apply.",
			},
			{
				text: "A function that is handed to the inner action arrives as a stand-in, and cannot be called.",
				isTrue: false,
				why: "That happens on the way from a browser. Here a function is a value like any other.",
			},
			{
				text: "A `catch` in the outer action gets the error of the inner one with its class and its message.",
				isTrue: true,
				why: "It is the very error that was thrown. The browser would not get it like this.",
			},
			{
				text: "A Route Handler that wants to use an action has to send it a `POST`.",
				isTrue: false,
				why: "It imports the action and calls it, as other code on the server does.",
			},
		],
		proof: [
			{ claim: `${lesson}#nothing-is-serialised` },
			{ claim: `${lesson}#error-as-it-is` },
			{ check: `${lesson}#drop-box` },
		],
	},
	{
		id: "redirect-inside",
		kind: "spotBug",
		level: 3,
		points: ["B8", "E4"],
		ask: "`createBook` is an action that stores a book and redirects to its page. The books appear, and their notes never do. Which line is to blame?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `export async function createWithNote(formData: FormData) {
	const note = String(formData.get("note") ?? "");
	await createBook(formData);
	await db.comment.create({ data: { text: note } });
	revalidatePath("/books");
}`,
		},
		bug: {
			line: "await createBook(formData);",
			why: "The redirect happens in this call, and no line after it is reached.",
		},
		reasons: [
			{
				text: "`redirect` works by throwing, so a redirect in the inner action ends the outer one too",
				correct: true,
				why: "Let the inner one return, and leave the redirect to the action that the page calls.",
			},
			{
				text: "An action that was called by another may not write, so the second write is left out",
				why: "Both are functions, and may do what functions do. The books are the proof.",
			},
			{
				text: "The form data has been read by the inner action and is empty when the outer one goes on",
				why: "Form data can be read as often as you like. The note was taken out of it before, moreover.",
			},
		],
		proof: [{ claim: `${lesson}#redirect-ends-both` }],
	},
	{
		id: "half-a-swap",
		kind: "fixTheCode",
		level: 2,
		points: ["B8"],
		ask: "When the wanted book is gone, the reader has lost the old one, too. Let a refused swap leave everything as it was, and say why.",
		lesson,
		from: "mistakes/half-a-swap",
		checks: ["swap-works", "no-half-swap", "one-request"],
		why: "On the server the answer of each half is there at once. If `borrow` refuses, lend the old book again, and pass the refusal on.",
	},
]);
