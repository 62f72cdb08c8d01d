import { defineQuiz } from "@/lib/quiz";

const lesson = "behaviour/post-only";

export default defineQuiz([
	{
		id: "opened-by-a-scanner",
		kind: "single",
		level: 1,
		points: ["B6"],
		ask: "A mail scanner opens every link that it finds. Can a link run a Server Action?",
		options: [
			{
				text: "Yes, if the id of the action stands in the address, where everybody can read it",
				why: "An id in the address of a `GET` is no more than an unusual address. The page is shown, nothing is run.",
			},
			{
				text: "No: opening a link is a `GET`, and an action runs for a `POST` only",
				correct: true,
				why: "Next.js looks at the method first. `PUT`, `PATCH` and `DELETE` do not run an action either.",
			},
			{
				text: "No: the id is a secret of the one visitor for whom the page was rendered, and a scanner has none",
				why: "The id stands in the page for everybody. It is the method that keeps links away.",
			},
			{
				text: "Yes, unless the action looks at the method of its request and throws",
				why: "It need not, and it has no such thing to look at. This has been decided before it is called.",
			},
		],
		proof: [{ claim: `${lesson}#post-only` }],
	},
	{
		id: "gone-while-rendering",
		kind: "spotBug",
		level: 2,
		points: ["B6", "B8"],
		ask: "`unsubscribe` is a Server Action. Readers vanish from the list although nobody pressed anything. Which line takes them off?",
		code: {
			title: "app/unsubscribe/page.tsx",
			text: `import { unsubscribe } from "./actions";

export default async function Page({ searchParams }: PageProps<"/unsubscribe">) {
	const { id } = await searchParams;
	await unsubscribe(Number(id));

	return <p role="status">You are not on the list any more.</p>;
}`,
		},
		bug: {
			line: "await unsubscribe(",
			why: "It is a call in the rendering of the page, and a page is rendered for every `GET`.",
		},
		reasons: [
			{
				text: "During a render an action is called like any function, with every `GET` of the page",
				correct: true,
				why: "The directive does not turn this call into a request. A button in a form would.",
			},
			{
				text: "The call makes the server send a `POST` to itself, and a scanner can set that off as well",
				why: "No request is made. On the server, calling an action is calling a function.",
			},
			{
				text: "`Number(id)` makes 0 of an id that is missing, and 0 stands for all readers",
				why: "It would be `NaN`, which no reader has. Those who vanish have a proper id in their link.",
			},
			{
				text: "`searchParams` come from the address, and an action reads `FormData` only",
				why: "An action takes whatever arguments it is called with.",
			},
		],
		proof: [{ claim: `${lesson}#plain-call` }, { check: `${lesson}#looking-changes-nothing` }],
	},
	{
		id: "which-post",
		kind: "trueFalseGrid",
		level: 3,
		points: ["B6"],
		ask: "You build requests for an action by hand, and look at what the form sends. What is true?",
		statements: [
			{
				text: 'A form with `method="get"` and a Server Action as its `action` is sent with `POST`.',
				isTrue: true,
				why: "React takes no notice of the method, and warns that it does not.",
			},
			{
				text: "A posted `application/x-www-form-urlencoded` body with the form's hidden field runs the action.",
				isTrue: false,
				why: "It has to be `multipart/form-data`. React writes that into the form for you.",
			},
			{
				text: "If the answer has status 200, the action has run.",
				isTrue: false,
				why: "A form of the wrong type gets the page, with status 200, and nothing has happened.",
			},
			{
				text: "A `DELETE` with the right `Next-Action` header does not run the action.",
				isTrue: true,
				why: "The same request as a `POST` does. No other method will do.",
			},
		],
		proof: [
			{ claim: `${lesson}#method-ignored` },
			{ claim: `${lesson}#multipart-only` },
			{ claim: `${lesson}#post-only` },
		],
	},
	{
		id: "ask-first",
		kind: "fixTheCode",
		level: 2,
		points: ["B6"],
		ask: "The page calls its action by itself as soon as it is loaded. Let it ask, and take the reader off the list when the button is pressed.",
		lesson,
		from: "mistakes/called-by-an-effect",
		checks: ["looking-changes-nothing", "button-unsubscribes", "says-so"],
		why: "An effect runs for everything that opens the page in a browser, whoever steers it. A form whose action is bound to the id waits for somebody to press its button.",
	},
]);
