import { defineQuiz } from "@/lib/quiz";

const lesson = "behaviour/it-belongs-to-its-page";

export default defineQuiz([
	{
		id: "which-runtime",
		kind: "single",
		level: 1,
		points: ["B9"],
		ask: 'Two pages use the same action. One of them exports `runtime = "edge"`, the other says nothing. Where does the action run?',
		options: [
			{
				text: "In Node.js for both, as a file of actions is a server of its own, beside the pages",
				why: "The action is built with each page that uses it, and a request for it goes to that page.",
			},
			{
				text: "In the Edge Runtime for the first page, in Node.js for the second",
				correct: true,
				why: "The page says where. One action can run in both, and has to be content with what each of them offers.",
			},
			{
				text: "In the Edge Runtime for both: it is built once, and the smaller of the two runtimes wins",
				why: "Nothing has to win. It is decided for each page.",
			},
			{
				text: "Where the file of actions says, by a `runtime` that it exports itself",
				why: "Such a file may export async functions only. With anything else in it, the pages that use it do not compile.",
			},
		],
		proof: [{ claim: `${lesson}#runtime-of-the-page` }, { check: `${lesson}#counter-takes-orders` }],
	},
	{
		id: "longer-than-allowed",
		kind: "single",
		level: 2,
		points: ["B10"],
		ask: "A page exports `maxDuration = 1`. Its action takes a second and a half. What happens on your own computer?",
		options: [
			{
				text: "It is stopped after one second, and the call is rejected in the browser",
				why: "A host may do this. Your own computer does not read the number.",
			},
			{
				text: "It runs to its end, and what it writes after the first second is stored",
				correct: true,
				why: "`maxDuration` is a note for the host. If something stops there and not at home, look at it.",
			},
			{
				text: "The app does not compile, since the number belongs into the file of the action",
				why: "It belongs into a page or a layout, and holds for the actions that are used there.",
			},
			{
				text: "It runs to its end, but its answer is thrown away and the page is rendered without it",
				why: "Nothing watches the clock here, neither during the action nor after it.",
			},
		],
		proof: [{ claim: `${lesson}#no-limit-here` }],
	},
	{
		id: "what-is-handed-down",
		kind: "trueFalseGrid",
		level: 3,
		points: ["B9", "B10"],
		ask: 'A layout exports `runtime = "edge"`. Below it there is a page with an action. What is true?',
		statements: [
			{
				text: "If the page says nothing, its action runs in the Edge Runtime.",
				isTrue: true,
				why: "What a layout says holds for the pages below it, and so for their actions.",
			},
			{
				text: "If the page says `nodejs`, the layout still wins, since it stands above.",
				isTrue: false,
				why: "The page is nearer, and what is nearest wins.",
			},
			{
				text: "If the action's module needs `node:fs`, the page comes up, and fails when the button is pressed.",
				isTrue: false,
				why: "The module is part of the page's build: the page fails before anybody calls the action.",
			},
			{
				text: "If the page sets `fetchCache`, a `fetch` in its action is still made anew every time.",
				isTrue: true,
				why: "How the page is cached is not handed down to its actions. Where and for how long it runs is.",
			},
		],
		proof: [
			{ claim: `${lesson}#nearest-wins` },
			{ claim: `${lesson}#needs-node` },
			{ claim: `${lesson}#not-the-fetch-cache` },
		],
	},
	{
		id: "said-in-the-wrong-place",
		kind: "fixTheCode",
		level: 2,
		points: ["B9"],
		ask: "Somebody knew that the action needs Node.js, and said so in the file of actions. Now kiosk and counter are both down. Say it where it is read.",
		lesson,
		from: "mistakes/runtime-of-the-actions-file",
		checks: ["kiosk-takes-orders", "counter-takes-orders"],
		why: "A file of actions may export async functions only. `runtime` is exported by the order page, and there it wins over the layout above.",
	},
]);
