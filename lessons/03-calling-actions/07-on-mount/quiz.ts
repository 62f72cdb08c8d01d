import { defineQuiz } from "@/lib/quiz";

const lesson = "calling-actions/on-mount";

export default defineQuiz([
	{
		id: "counted-twice",
		kind: "single",
		level: 2,
		points: ["C3"],
		ask: "A post's views grow by two with every visit, but only on your own computer. `useEffect(() => { countView(id) }, [id])` counts them. Why?",
		options: [
			{
				text: "In development React runs the effects of a new component twice",
				correct: true,
				why: "It shows effects that are not ready to run again. In production they run once.",
			},
			{
				text: "In development each action is called once in the browser and once on the server",
				why: "An effect does not run on the server at all.",
			},
			{
				text: "Hot reloading sends the last action again after every edit",
				why: "An edit sends no action.",
			},
			{
				text: "The browser repeats a POST that was not answered within a second",
				why: "Browsers do not repeat a POST by themselves.",
			},
		],
		proof: [{ claim: `${lesson}#twice-in-development` }],
	},
	{
		id: "crawler",
		kind: "single",
		level: 2,
		points: ["C3"],
		ask: "A search engine fetches the HTML of every post and runs no JavaScript. A view is counted by an action in an effect. What do its visits add?",
		options: [
			{
				text: "One view each",
				why: "Somebody would have to run the effect, and only a browser does.",
			},
			{
				text: "Nothing",
				correct: true,
				why: "Effects do not run while a page is rendered on the server.",
			},
			{
				text: "One view for all posts together, because the page is cached after the first",
				why: "Cached or not, fetching a page calls no effect.",
			},
		],
		proof: [{ claim: `${lesson}#not-without-a-browser` }],
	},
	{
		id: "two-start-transitions",
		kind: "multiple",
		level: 3,
		points: ["C3", "D5"],
		ask: "An action that is called by an effect throws. In which cases does the error page take the place of the page?",
		options: [
			{
				text: "It was called inside of the `startTransition` that `useTransition` returned",
				correct: true,
				why: "That transition belongs to a component, and so its error reaches the boundary around it.",
			},
			{
				text: "It was called inside of the `startTransition` that is imported from `react`",
				why: "This one belongs to no component; the browser reports an uncaught error, and the page stays.",
			},
			{
				text: "It was called in the effect, without a transition",
				why: "The promise rejects, nobody catches it, the page stays.",
			},
			{
				text: "It was called in the effect and awaited in a `try` with an empty `catch`",
				why: "Then the error ends in the `catch`, and nobody hears of it.",
			},
		],
		proof: [{ claim: `${lesson}#failing-takes-the-page` }, { claim: `${lesson}#failing-unnoticed` }],
	},
]);
