import { defineQuiz } from "@/lib/quiz";

const lesson = "convention/your-first-action";

export default defineQuiz([
	{
		id: "submitted-before-javascript",
		kind: "single",
		level: 1,
		points: ["B1", "A1"],
		ask: "A form in a Server Component has `action={sign}`, a Server Action. A visitor submits it before any JavaScript has arrived. What happens?",
		options: [
			{
				text: "Nothing leaves the browser yet; React sends the form as soon as it has hydrated the page",
				why: "That would be so if the action were a function of the browser. `sign` lives on the server, and the form's HTML already says how to reach it.",
			},
			{
				text: "The browser posts the form itself, the action runs, and a fresh page comes back",
				correct: true,
				why: "The form is ordinary HTML with a hidden field that names the action. No script is needed to send it.",
			},
			{
				text: "The browser asks for the same page again, with the typed text in the address bar",
				why: "That is what a form does that has no action at all. This one has a method, `POST`, and a hidden field that names its action.",
			},
			{
				text: "The form is posted, but the server turns it down: only a `Next-Action` header can name an action",
				why: "That header is how a hydrated page names the action. Without JavaScript, a hidden field of the form does.",
			},
		],
		proof: [{ claim: `${lesson}#works-without-javascript` }],
	},
	{
		id: "name-of-a-missing-field",
		kind: "predictOutput",
		level: 2,
		points: ["A1", "D1"],
		ask: "The control is called `message`. The action asks for something else. What does it print?",
		run: {
			in: "node",
			code: `const formData = new FormData();
formData.set("message", "Hello");

const text = String(formData.get("text"));
console.log(text.length, text === "null");`,
		},
		options: [
			{
				text: "0 false",
				why: "An empty string would be there if the field had been sent empty. A field that was not sent at all gives `null`.",
			},
			{
				text: "4 true",
				correct: true,
				why: '`get` gives `null` for a name that is not there, and `String(null)` is the text `"null"`. A schema would have noticed.',
			},
			{
				text: "5 false",
				why: "`get` goes by the exact name. It does not look for a field that is similar, or for the only one there is.",
			},
			{
				text: "9 false",
				why: 'That is the length of `"undefined"`. `FormData` answers with `null`, not with `undefined`.',
			},
		],
	},
	{
		id: "from-click-to-list",
		kind: "order",
		level: 2,
		points: ["B3", "B5"],
		ask: "A page is hydrated, and its form's action stores a row and then calls `revalidatePath`. Put in order what happens after the click on Sign.",
		steps: [
			{
				id: "fetch",
				text: "The browser sends a `POST` with `fetch`",
				why: "A hydrated form is sent in the background, so the document can stay.",
			},
			{
				id: "write",
				text: "The action stores the row",
				after: ["fetch"],
				why: "The action is what the request asks for; nothing is rendered before it has run.",
			},
			{
				id: "revalidate",
				text: "`revalidatePath` says that the page is out of date",
				after: ["write"],
				why: "It stands after the write: the page must not be rendered again with the old rows.",
			},
			{
				id: "render",
				text: "The server renders the page again, in the same answer",
				after: ["revalidate"],
				why: "Fresh rows come back with the action's result; no second request is made for them.",
			},
			{
				id: "update",
				text: "React changes the list in place",
				after: ["render"],
				why: "It compares what came with what is shown. The document, its scroll position and its state stay.",
			},
		],
		proof: [{ claim: `${lesson}#same-document` }, { check: `${lesson}#shows-it-with-javascript` }],
	},
	{
		id: "stored-but-not-shown",
		kind: "fixTheCode",
		level: 1,
		points: ["B3", "E1"],
		ask: "Messages are stored, but the list of the open page stays as it was. Make the new message appear, without loading the page again.",
		lesson,
		from: "mistakes/nothing-shown",
		checks: ["shows-it-with-javascript", "keeps-the-document"],
		why: "An action that is called by `fetch` brings a fresh page along only when it says that the page is out of date. `revalidatePath` after the write does.",
	},
]);
