import { defineQuiz } from "@/lib/quiz";

const lesson = "projects/problem-list";

export default defineQuiz([
	{
		id: "tick-vanishes-after-success",
		kind: "single",
		level: 2,
		points: ["I2", "C7"],
		ask: "A tick is shown with `useOptimistic`. The judge accepts, the row is stored, and the tick vanishes; after a reload it is there. What is missing?",
		options: [
			{
				text: "A second call of the optimistic setter, once the answer is there",
				why: "What is hoped for lasts as long as the transition. Hoping once more does not outlive it.",
			},
			{
				text: "A `revalidatePath` in the action, so that the true list is the new one by then",
				correct: true,
				why: "When the transition is over, the true list is shown again, and nobody has told the page that it changed.",
			},
			{
				text: "A longer transition: it should end only after the list was written to the browser's storage",
				why: "The list lives on the server. The page needs it from there, and not from a storage of its own.",
			},
			{
				text: "A `try` around the call, since a tick is only taken back when the action has thrown",
				why: "It is taken back at the end of every transition, whether it went well or not.",
			},
		],
		proof: [{ check: `${lesson}#tick-is-kept` }, { claim: "calling-actions/optimistic#back-to-the-base" }],
	},
	{
		id: "two-ticks-in-a-row",
		kind: "order",
		level: 3,
		points: ["I2", "B11"],
		ask: "Somebody ticks problem 1 and, while the judge still thinks, problem 2. Each tick is optimistic and calls an action. The judge accepts 1 and refuses 2. Put it in order.",
		steps: [
			{
				id: "first-shown",
				text: "Tick 1 is shown",
				why: "An optimistic tick does not wait for anybody.",
			},
			{
				id: "second-shown",
				text: "Tick 2 is shown",
				after: ["first-shown"],
				why: "It is hoped for on top of the first, although its call has not begun.",
			},
			{
				id: "first-answered",
				text: "The judge accepts problem 1",
				after: ["second-shown"],
				why: "Calls of one page run one after the other, and this one was first.",
			},
			{
				id: "second-begins",
				text: "The call for problem 2 begins",
				after: ["first-answered"],
				why: "It had to wait until the first was done.",
			},
			{
				id: "second-taken-back",
				text: "Tick 2 is taken back, and tick 1 stays",
				after: ["second-begins"],
				why: "The refused hope ends. The accepted one is part of the true list by now.",
			},
		],
		proof: [
			{ claim: `${lesson}#one-call-at-a-time` },
			{ claim: "calling-actions/optimistic#one-on-top-of-the-other" },
			{ check: `${lesson}#refusal-takes-back-one` },
		],
	},
	{
		id: "review-copy-of-before",
		kind: "spotBug",
		level: 3,
		points: ["I2", "C7"],
		ask: "You review a list without `useOptimistic`. Somebody ticks two boxes; the first is refused, and the second tick is gone as well. Which line loses it?",
		code: {
			title: "app/problem-list.tsx",
			text: `function tick(id: number, solved: boolean) {
	const before = rows;
	setRows((now) => withTick(now, id, solved));
	startTransition(async () => {
		const { error } = await setSolved(id, solved);
		if (error === null) return;
		setMessage(error);
		setRows(before);
	});
}`,
		},
		bug: {
			line: ["setRows(before)", "const before = rows"],
			why: "A list from before the first click is put back, with everything that happened since left out.",
		},
		reasons: [
			{
				text: "A state may be set once in each function, and the second call undoes the first",
				why: "It can be set as often as you like. What counts is what it is set to.",
			},
			{
				text: "The whole list is restored from a copy, where one change should be undone",
				correct: true,
				why: "Undo the one change on the list as it is now, or let `useOptimistic` do that.",
			},
			{
				text: "The refused action makes React throw away the other transition, whose call then never reaches the server",
				why: "Both calls are made. A refusal that is returned is an answer like any other.",
			},
		],
		proof: [{ check: `${lesson}#refusal-takes-back-one` }],
	},
	{
		id: "an-outage",
		kind: "fixTheCode",
		level: 2,
		points: ["I2", "D5"],
		ask: "When the judge cannot be reached, the whole list is replaced by an error page. Let the list survive it, and say what happened.",
		lesson,
		from: "mistakes/nothing-caught",
		checks: ["outage-is-survived"],
		why: "An error in a transition goes to the nearest boundary. Catch it around the call, and show a message; the optimistic tick is taken back by itself.",
		proof: [{ claim: "validation-and-errors/which-boundary#caught" }],
	},
]);
