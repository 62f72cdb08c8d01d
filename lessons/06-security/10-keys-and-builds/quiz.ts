import { defineQuiz } from "@/lib/quiz";

const lesson = "security/keys-and-builds";

export default defineQuiz([
	{
		id: "morning-page-evening-server",
		kind: "single",
		level: 2,
		points: ["F6", "F2"],
		ask: "A page was opened in the morning. At noon the app was built anew, with another key, and deployed. In the evening the page calls its action. What happens?",
		options: [
			{
				text: "The old code runs once more: Next.js keeps the last build for pages that are open",
				why: "The server has one build, the new one. It knows nothing of the morning.",
			},
			{
				text: "The new code runs, because the name of the function is still the same",
				why: "The call names an id, and the key has gone into that. With the same key it would be as you say.",
			},
			{
				text: "Status 404; the call is rejected and nothing runs",
				correct: true,
				why: "The id is unknown. In the browser, `unstable_isUnrecognizedActionError` tells this error from the rest.",
			},
			{
				text: "Next.js reloads the page by itself and then sends what was typed to the new action",
				why: "Nothing is reloaded unless your code does it, and then the text would be gone.",
			},
		],
		proof: [{ claim: `${lesson}#old-id` }, { claim: `${lesson}#call-is-rejected` }],
	},
	{
		id: "shape-of-the-key",
		kind: "single",
		level: 2,
		points: ["F8"],
		ask: "Which of these is a good `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY`?",
		options: [
			{
				text: "A password of at least 20 letters that nobody can guess",
				why: "It is read as base64, and the bytes that come of it are hardly ever of a length that AES takes.",
			},
			{
				text: "The output of `openssl rand -base64 32`",
				correct: true,
				why: "Base64 of 32 random bytes. 16 and 24 bytes are lengths of AES as well.",
			},
			{
				text: "The output of `openssl rand -base64 20`, kept in a secret store",
				why: "20 bytes are no length of AES: a build that renders a page with a closure fails.",
			},
			{
				text: "The private key of the server's TLS certificate, in PEM format",
				why: "That is a key for something else, in another format. AES wants a few random bytes.",
			},
		],
		proof: [{ claim: `${lesson}#wrong-length` }],
	},
	{
		id: "facts-about-the-key",
		kind: "trueFalseGrid",
		level: 3,
		points: ["F8", "F6"],
		ask: "True or false?",
		statements: [
			{
				text: "Without the variable, two builds in two containers have two keys.",
				isTrue: true,
				why: "Each build there makes one of its own, so a page from one server cannot call the other.",
			},
			{
				text: "Without the variable, every build on a developer's machine outside of containers makes a new key.",
				isTrue: false,
				why: "The key is kept in `.next/cache`, for at most 14 days.",
			},
			{
				text: "With the same key, a page from before the restart can still run an action with a captured value.",
				isTrue: true,
				why: "Its id is known, and what was encrypted with the key can be read with it.",
			},
			{
				text: "Each action has a key of its own.",
				isTrue: false,
				why: "One key serves the whole app. It goes into all ids, and encrypts what closures capture.",
			},
		],
		proof: [
			{ claim: `${lesson}#own-key` },
			{ claim: `${lesson}#same-key` },
			{ claim: "security/what-gets-an-endpoint#key-goes-in" },
		],
	},
	{
		id: "every-error-is-old",
		kind: "fixTheCode",
		level: 3,
		points: ["F6", "D3"],
		ask: "Whatever goes wrong, the editor says that the page is out of date, also when the action itself throws, on a page of today. Mend it.",
		lesson,
		from: "mistakes/every-error-is-old",
		checks: ["other-errors-go-on", "old-page-is-told", "text-is-kept"],
		why: "A `catch` catches everything. Ask `unstable_isUnrecognizedActionError(error)` first, and throw on whatever it does not recognise.",
	},
]);
