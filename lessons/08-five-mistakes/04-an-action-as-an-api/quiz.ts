import { defineQuiz } from "@/lib/quiz";

const lesson = "five-mistakes/an-action-as-an-api";

export default defineQuiz([
	{
		id: "since-tuesday",
		kind: "single",
		level: 1,
		points: ["H4", "G2"],
		ask: "Another company's scanners call your action with an id that somebody copied. You move the function to another file and deploy. What do the scanners get?",
		options: [
			{
				text: "The same as before: an id follows from what the function does, and that has not changed",
				why: "It follows from where the function stands as well. In another file the same function has another id.",
			},
			{
				text: "404 and “Server action not found.”, as the running build has no such id",
				correct: true,
				why: "A new file means a new id. Browsers get the new one with their page; a scanner has no page.",
			},
			{
				text: "A redirect to the new id, for as long as the old one is still in use somewhere",
				why: "Nobody remembers old ids. A build knows its own.",
			},
			{
				text: "401, because a copied id is only good for the visitor for whom it was made",
				why: "It is the same id for everybody, and so it had worked since March.",
			},
		],
		proof: [{ claim: `${lesson}#unknown-id` }, { claim: `${lesson}#id-follows-the-file` }],
	},
	{
		id: "report-by-a-handler",
		kind: "order",
		level: 2,
		points: ["H4", "G2"],
		ask: "A Route Handler takes reports of parcels from another company. A cached list at the desk shows them. Put its steps in an order that works.",
		steps: [
			{
				id: "key",
				text: "Look at the key, and answer with 401 if it is wrong",
				why: "Whoever has no key must not get as far as the write.",
			},
			{
				id: "read",
				text: "Read the body as JSON",
				why: "It may be no JSON at all. That is a bad report, and no reason to throw.",
			},
			{
				id: "parse",
				text: "Hold it against the schema, and answer with 400 if it is no parcel",
				after: ["read"],
				why: "There has to be something to look at, and nothing is stored before it was looked at.",
			},
			{
				id: "store",
				text: "Store the parcel",
				after: ["key", "parse"],
				why: "Only for somebody with the key, and only what is a parcel.",
			},
			{
				id: "expire",
				text: "Let the cached list expire",
				after: ["store"],
				why: "After the write: a list that is worked out before it would be old at once.",
			},
			{
				id: "answer",
				text: "Answer with 201 and the id",
				after: ["expire"],
				why: "The id is known after the write. When the scanner has its answer, the desk is right as well.",
			},
		],
		proof: [
			{ check: `${lesson}#strangers-are-refused` },
			{ check: `${lesson}#bad-reports-are-refused` },
			{ check: `${lesson}#scanner-can-report` },
			{ check: `${lesson}#desk-sees-it` },
		],
	},
	{
		id: "no-api",
		kind: "trueFalseGrid",
		level: 3,
		points: ["H4", "B8", "G2"],
		ask: "Should other programs use your actions? What is true?",
		statements: [
			{
				text: "What an action answers can be read with `JSON.parse`, if it returned a plain object.",
				isTrue: false,
				why: "It comes in a format that React keeps for itself, of the type `text/x-component`.",
			},
			{
				text: "The same function in two files has two ids.",
				isTrue: true,
				why: "So tidying up is enough to break whoever relied on the id.",
			},
			{
				text: "A Route Handler that calls an action runs it as an ordinary function.",
				isTrue: true,
				why: "The call succeeds in itself. It does not make the request of the handler a call of an action, though.",
			},
			{
				text: "`updateTag` works in an action that a Route Handler calls, since it stands in a file of actions.",
				isTrue: false,
				why: "It asks who is served, not where it stands. In a Route Handler's request it fails.",
			},
		],
		proof: [
			{ claim: `${lesson}#not-json` },
			{ claim: `${lesson}#id-follows-the-file` },
			{ claim: `${lesson}#handler-is-no-action` },
		],
	},
	{
		id: "handler-that-calls",
		kind: "fixTheCode",
		level: 3,
		points: ["H4", "B8"],
		ask: "There is a Route Handler, and every good report is answered with an error. Let it report parcels, and the desk see them.",
		lesson,
		from: "mistakes/handler-calls-the-action",
		checks: ["scanner-can-report", "desk-sees-it", "desk-form-works"],
		why: "The handler called the action, and the action calls `updateTag`, which is for actions only. Put what both need into a function of its own, and let each say in its own way that the list is old.",
	},
]);
