import { defineQuiz } from "@/lib/quiz";

const lesson = "after-the-mutation/revalidate-a-path";

export default defineQuiz([
	{
		id: "open-page-after-write",
		kind: "single",
		level: 1,
		points: ["E1", "H3"],
		ask: "An action stores a product and returns. It calls nothing else, and the page is hydrated. What happens to the list on the open page?",
		options: [
			{
				text: "It stays as it was",
				correct: true,
				why: "The answer has the result of the action only. Nobody said that the page is out of date.",
			},
			{
				text: "It is rendered again, because the action was called by a form of this page",
				why: "Where the call came from does not matter. The action has to say that something changed.",
			},
			{
				text: "It is loaded again as soon as the window gets the focus",
				why: "Some data libraries do that. Next.js does not.",
			},
			{
				text: "It has the new product, if the list is a Server Component",
				why: "A Server Component is rendered when it is asked for, and nobody has asked.",
			},
		],
		proof: [{ claim: `${lesson}#only-the-value` }],
	},
	{
		id: "what-a-reload-does",
		kind: "single",
		level: 2,
		points: ["E1"],
		ask: "The shop reads its products through a cache, and the new product is missing. A colleague says: “Just reload.” Does that help?",
		options: [
			{
				text: "Yes, a reload renders the page anew and so reads the database",
				why: "The page is rendered anew, with the cached data.",
			},
			{
				text: "No, cached data stays as it is until somebody says that it is out of date",
				correct: true,
				why: "That is the action's task: it knows what it has changed.",
			},
			{
				text: "Only with the browser's cache turned off",
				why: "The data is kept on the server, and not in the browser.",
			},
		],
		proof: [{ claim: `${lesson}#reload-does-not-help` }],
	},
	{
		id: "how-many-requests",
		kind: "single",
		level: 2,
		points: ["B5", "E1"],
		ask: "An action writes, calls `revalidatePath` and returns a number. How does the browser get the number and the fresh page?",
		options: [
			{
				text: "With one answer that has both",
				correct: true,
				why: "The freshly rendered page comes back together with the result: one round trip.",
			},
			{
				text: "With two: the number first, then the page, which React asks for",
				why: "A second request is what you save.",
			},
			{
				text: "With the number, and a push over the socket that tells the page to refresh",
				why: "The socket of `next dev` tells of edits. It has nothing to do with actions.",
			},
		],
		proof: [{ claim: `${lesson}#one-round-trip` }],
	},
	{
		id: "refresh-or-revalidate",
		kind: "trueFalseGrid",
		level: 3,
		points: ["E3", "E1"],
		ask: "The admin page and the shop show cached products. An action is called on the admin page. What is true?",
		statements: [
			{
				text: '`revalidatePath("/shop")` also has the open admin page rendered again.',
				isTrue: true,
				why: "The answer of an action that revalidates brings the open page along, whatever the path was.",
			},
			{
				text: "`refresh()` has the open page rendered again.",
				isTrue: true,
				why: "That is what it is for.",
			},
			{
				text: "`refresh()` throws the cached products away.",
				isTrue: false,
				why: "It leaves cached data as it is, so the page comes back with the old ones.",
			},
			{
				text: "`revalidatePath` may also be called in the page, right after the products were read.",
				isTrue: false,
				why: "While a page is rendered, it is an error.",
			},
		],
		proof: [
			{ claim: `${lesson}#the-open-page-too` },
			{ claim: `${lesson}#refresh-leaves-the-cache` },
			{ claim: `${lesson}#not-while-rendering` },
		],
	},
	{
		id: "path-of-a-file",
		kind: "fixTheCode",
		level: 1,
		points: ["E1"],
		ask: "The action does revalidate, and the shop is still old. Find out what it revalidates.",
		lesson,
		from: "mistakes/path-of-the-file",
		checks: ["shop-is-up-to-date"],
		why: "`revalidatePath` takes the path of an address, as a visitor types it, and not the path of a file.",
	},
]);
