import { defineQuiz } from "@/lib/quiz";

const lesson = "security/once-and-not-too-often";

export default defineQuiz([
	{
		id: "disabled-is-not-enough",
		kind: "single",
		level: 1,
		points: ["F12"],
		ask: "A submit button is `disabled` while the action is pending. Why can the same form still send two mails?",
		options: [
			{
				text: "React enables the button for a moment between the click and the request",
				why: "It need not. The trouble is with requests that no click of this button makes.",
			},
			{
				text: "The server runs an action again whenever its page is rendered again",
				why: "Rendering a page runs no action of its forms. A request does.",
			},
			{
				text: "The request can arrive twice without the button, and the server runs both",
				correct: true,
				why: "Without JavaScript, or when a form is sent again byte for byte, nothing in the browser stands in the way.",
			},
			{
				text: "It cannot: with the button disabled there is no way left to send the form a second time",
				why: "A button is one way to send a request. A script does not need it.",
			},
		],
		proof: [{ claim: `${lesson}#sent-again` }, { claim: `${lesson}#two-clicks` }],
	},
	{
		id: "gap-of-a-mail-server",
		kind: "spotBug",
		level: 3,
		points: ["F12"],
		ask: "Two requests with the same key, at the same moment, send two mails. Which line is the one to move?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `"use server";

const seen = new Set<string>();

export async function sendLink(key: string, formData: FormData) {
	if (seen.has(key)) return SENT;
	const email = emailSchema.parse(formData.get("email"));
	await sendMail(email, "Here is your link.");
	seen.add(key);
	return SENT;
}`,
		},
		bug: {
			line: "seen.add(key)",
			why: "The key is noted after the mail went out. Until then, a second request is told that nobody has seen it.",
		},
		reasons: [
			{
				text: "Between asking and noting lies an `await`, and the second call slips in",
				correct: true,
				why: "Ask and note in one go, before anything is awaited. In a database, a unique column does that.",
			},
			{
				text: "A `Set` compares objects by identity, so that the same key is added twice",
				why: "The keys are strings, and equal strings are one entry.",
			},
			{
				text: "Actions run one after the other, so that the second one waits until the first mail is out",
				why: "Calls of one page do wait for each other. Requests of two pages, or written by hand, run side by side, and the mails are sent while they do.",
			},
		],
		proof: [
			{ check: `${lesson}#same-form-twice` },
			{ claim: "behaviour/one-after-another#others-do-not-wait" },
		],
	},
	{
		id: "count-by-what",
		kind: "single",
		level: 2,
		points: ["F12"],
		ask: "An action sends a mail with a login link to whatever address was typed; nobody is signed in. By what do you count how often it may?",
		options: [
			{
				text: "By a cookie that is set with the first mail, since every visitor has a browser of their own",
				why: "A sender who leaves the cookie at home begins at zero each time.",
			},
			{
				text: "By the request key of the form, since each form has another",
				why: "The key recognises the same wish sent again. It is a field, and anybody can make up a new one.",
			},
			{
				text: "By the address that the mail goes to, in lower case",
				correct: true,
				why: "The mailbox is what you protect, and whoever asks cannot leave it out. `Ada@` and `ada@` are the same one.",
			},
			{
				text: "By nothing: one key for each form is limit enough",
				why: "That helps those who mean well. A script makes a key for each request.",
			},
		],
		proof: [{ check: `${lesson}#not-too-often` }],
	},
	{
		id: "asks-again-in-vain",
		kind: "fixTheCode",
		level: 2,
		points: ["F12", "E1"],
		ask: "A double click is one mail now. But whoever asks again an hour later, on the open page, gets none. Mend it.",
		lesson,
		from: "mistakes/key-never-renewed",
		checks: ["asking-again-works", "same-form-twice"],
		why: "The open page kept its old key, so a new wish looked like the old one. When the action revalidates the page, it comes back with a new key.",
		proof: [{ claim: `${lesson}#no-new-render` }, { claim: `${lesson}#new-render` }],
	},
]);
