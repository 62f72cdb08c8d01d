import { defineQuiz } from "@/lib/quiz";

const lesson = "actions-or-route-handlers/who-else-calls";

export default defineQuiz([
	{
		id: "an-id-for-a-partner",
		kind: "single",
		level: 1,
		points: ["G2", "F6"],
		ask: "A colleague gives the id of an action to a payment service, which posts to it. It works today. What is the trouble?",
		options: [
			{
				text: "Actions refuse every request that was not made by a browser",
				why: "They run for whoever sends the right request. That is how it could work today.",
			},
			{
				text: "The id is no address: after a rename, a move or a new key it is unknown",
				correct: true,
				why: "Then the service gets 404 and “Server action not found.” A Route Handler has an address that stays.",
			},
			{
				text: "The id is worn out after its first use, and the service would have to ask for a new one each time",
				why: "An id can be used as often as you like, which is one more reason to check who calls.",
			},
			{
				text: "There is none, as long as the service keeps the id a secret and sends its requests over https",
				why: "Even a well kept id belongs to a file, a name and a key, and nobody promised the service that these stay.",
			},
		],
		proof: [{ claim: `${lesson}#unknown-id` }, { claim: `${lesson}#id-follows-the-code` }],
	},
	{
		id: "who-gets-a-route-handler",
		kind: "multiple",
		level: 2,
		points: ["G2"],
		ask: "Which of these callers need a Route Handler?",
		options: [
			{
				text: "A job that a scheduler starts every night",
				correct: true,
				why: "It needs an address that is the same after every deployment.",
			},
			{
				text: "A settings form on one of your pages",
				why: "It is built together with its action, and gets pending states and a fresh page with it.",
			},
			{
				text: "The app for phones, which speaks JSON",
				correct: true,
				why: "An action answers in React's own format. An app in a shop must also work with next year's build.",
			},
			{
				text: "A button that deletes a comment",
				why: "A change from your own interface: this is what actions are for.",
			},
			{
				text: "A payment service that reports a payment",
				correct: true,
				why: "It wants a method, a token and status codes: 404 for an unknown order, not a message for people.",
			},
		],
		proof: [
			{ claim: `${lesson}#answer-is-not-json` },
			{ claim: `${lesson}#id-follows-the-code` },
			{ check: `${lesson}#mistakes-have-a-status` },
		],
	},
	{
		id: "cache-from-outside",
		kind: "single",
		level: 3,
		points: ["G2", "E2"],
		ask: "A webhook records a payment. The page reads orders that are cached with the tag `orders`, and the very next visitor must see it. What does the Route Handler call?",
		options: [
			{
				text: '`updateTag("orders")`',
				why: "That is for Server Actions. In a Route Handler it is an error, and the service gets status 500.",
			},
			{
				text: '`revalidateTag("orders", "max")`',
				why: "The data is only marked as stale: the next visitor still sees the order as open.",
			},
			{
				text: '`revalidateTag("orders", { expire: 0 })`',
				correct: true,
				why: "It works in Route Handlers, and the old data is not shown once more.",
			},
			{
				text: '`redirect("/orders")`, so that the page is opened and rendered anew',
				why: "It sends the payment service somewhere else, and leaves the cache as it is.",
			},
		],
		proof: [
			{ claim: `${lesson}#update-tag-refuses` },
			{ claim: `${lesson}#expire-now` },
			{ claim: "after-the-mutation/tags#max-is-stale-first" },
		],
	},
	{
		id: "always-fine",
		kind: "fixTheCode",
		level: 2,
		points: ["G2"],
		ask: "The webhook answers 200 with an error in the body, and the payment service takes every failure for a success. Let it speak HTTP.",
		lesson,
		from: "mistakes/always-fine",
		checks: ["strangers-are-refused", "mistakes-have-a-status", "payment-is-recorded"],
		why: "A program reads the status: 401 without the token, 400 for a body that makes no sense, 404 for an order that does not exist, and 200 only when it is done.",
	},
]);
