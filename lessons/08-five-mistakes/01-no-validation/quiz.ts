import { defineQuiz } from "@/lib/quiz";

const lesson = "five-mistakes/no-validation";

export default defineQuiz([
	{
		id: "a-number-of-your-own",
		kind: "single",
		level: 1,
		points: ["H1", "F1"],
		ask: "`<form action={giveQuickly.bind(null, 5)}>`, and `giveQuickly(amount: number)` stands in a file of actions. What can `amount` be when the action runs?",
		options: [
			{
				text: "5 and nothing else, since the number is written in your own code",
				why: "It is, and on its way to the action it passes through the browser, in a field that can be changed.",
			},
			{
				text: "Any number, but a number: TypeScript has made sure of it at both ends",
				why: "Types are gone when the program runs. Nobody looks at what comes in by a request.",
			},
			{
				text: "Whatever the request says: another number, a text, an object",
				correct: true,
				why: "The 5 makes a round through the browser, where it can be changed. A bound argument is input, as all arguments of an action are.",
			},
			{
				text: "5, or the call is refused, because bound arguments are signed by the server",
				why: "A bound argument stands in the form as it is, and is taken as it comes.",
			},
		],
		proof: [{ claim: `${lesson}#bound-may-be-anything` }, { check: `${lesson}#buttons-are-checked` }],
	},
	{
		id: "past-both-limits",
		kind: "predictOutput",
		level: 2,
		points: ["H1", "D1"],
		ask: "Amounts from 1 to 100 are fine; this is how somebody keeps the others out. What does it print?",
		run: {
			in: "node",
			code: `const accepts = (text: string) => {
	const amount = Number(text);
	if (amount < 1 || amount > 100) return false;
	return true;
};

console.log(accepts("12.50"), accepts(""), accepts("a lot"));`,
		},
		options: [
			{
				text: "true false true",
				correct: true,
				why: '`Number("")` is 0 and refused. `Number("a lot")` is `NaN`, which is neither less than 1 nor more than 100, and passes.',
			},
			{
				text: "true false false",
				why: "So it should be. But every comparison with `NaN` is false, and this code only turns away what a comparison catches.",
			},
			{
				text: "true true true",
				why: "An empty text becomes 0, not `NaN`, and 0 is less than 1.",
			},
			{
				text: "false false true",
				why: '`Number("12.50")` is 12.5, which lies between the limits.',
			},
		],
		proof: [{ check: `${lesson}#amounts-are-checked` }],
		note: "Say what you let in, not what you keep out: `amount >= 1 && amount <= 100` refuses `NaN`, too.",
	},
	{
		id: "what-get-gives",
		kind: "multiple",
		level: 2,
		points: ["H1", "D1"],
		ask: 'The form has one `<input name="amount" type="number" required>`. What may `formData.get("amount")` be in its action?',
		options: [
			{
				text: "A text that is no number",
				correct: true,
				why: "The kind of the field is a matter between the form and its visitor. The request can say what it likes.",
			},
			{
				text: "A `File`",
				correct: true,
				why: "Whoever writes the request by hand can send a file under any name.",
			},
			{
				text: "`null`",
				correct: true,
				why: "It is there when the request has no such field; `required` is not asked.",
			},
			{
				text: "A number, since that is the type of the field",
				why: "`get` never gives a number, whatever the field is. It has to be made of the text.",
			},
			{
				text: "`undefined`, when the field is missing",
				why: "A missing field is `null`.",
			},
		],
		proof: [{ claim: `${lesson}#text-file-or-null` }],
	},
	{
		id: "the-other-way-in",
		kind: "fixTheCode",
		level: 2,
		points: ["H1", "F1"],
		ask: "The form's action looks at what it gets. The quick buttons still put any amount on the list. Close that way in, too.",
		lesson,
		from: "mistakes/own-buttons-trusted",
		checks: ["good-gifts-are-kept", "amounts-are-checked", "buttons-are-checked"],
		why: "The bound number goes through the browser like everything else. Hold it against the same rules before it is used.",
	},
]);
