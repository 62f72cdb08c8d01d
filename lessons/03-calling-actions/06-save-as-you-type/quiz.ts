import { defineQuiz } from "@/lib/quiz";

const lesson = "calling-actions/save-as-you-type";

export default defineQuiz([
	{
		id: "ten-keys",
		kind: "single",
		level: 1,
		points: ["C2"],
		ask: "`onChange={(event) => saveDraft(event.target.value)}`, and somebody types ten letters. How many calls of the action are made?",
		options: [
			{
				text: "Ten",
				correct: true,
				why: "`onChange` comes with every key, and each call is a request of its own.",
			},
			{
				text: "One, when the field loses the focus",
				why: "That is the DOM's `change` event. React's `onChange` follows every key.",
			},
			{
				text: "Two: one for the first letter, and one for all that came while it was under way",
				why: "That is what a good debounce with a trailing call may do. It has to be written.",
			},
		],
		proof: [{ claim: `${lesson}#each-key-a-call` }],
	},
	{
		id: "older-text-wins",
		kind: "single",
		level: 2,
		points: ["B11", "C2"],
		ask: "Can an answer that comes late make an older draft overwrite a newer one, when each key calls an action?",
		options: [
			{
				text: "Yes: two requests can overtake each other on the way, as with `fetch`",
				why: "They would, if both were under way at once. Actions of one page are not.",
			},
			{
				text: "No: the calls of one page are sent one after the other, in the order in which they were made",
				correct: true,
				why: "That keeps the order, at the price of waiting.",
			},
			{
				text: "Only in production, where nothing slows requests down",
				why: "The order is the same in development and in production.",
			},
			{
				text: "Only if the action writes without a transaction",
				why: "A transaction does not change which request comes first.",
			},
		],
		proof: [{ claim: `${lesson}#in-order` }],
	},
	{
		id: "slow-publish-button",
		kind: "spotBug",
		level: 3,
		points: ["C2", "B11"],
		ask: "After a fast typist's last key, the Publish button needs twenty seconds. The server is idle most of that time, each save takes half a second. Which line is to blame?",
		code: {
			title: "app/editor.tsx",
			text: `"use client";

import { publish, saveDraft } from "./actions";

export function Editor({ text }: { text: string }) {
	return (
		<>
			<textarea
				defaultValue={text}
				onChange={(event) => saveDraft(event.target.value)}
			/>
			<button type="button" onClick={() => publish()}>
				Publish
			</button>
		</>
	);
}`,
		},
		bug: {
			line: "onChange={(event)",
			why: "Every key adds a call to the queue, and `publish` stands at its end.",
		},
		reasons: [
			{
				text: "A `textarea` with `defaultValue` is rendered anew for every key, which blocks the button",
				why: "An uncontrolled field is not rendered again when somebody types.",
			},
			{
				text: "Without a transition, the button's action has a low priority",
				why: "There are no priorities among calls; they wait in line.",
			},
			{
				text: "All actions of the page wait for the saves before them; with a debounce there are few",
				correct: true,
				why: "Save when typing pauses, and at most one save is ahead of the button.",
			},
		],
		proof: [{ claim: `${lesson}#others-wait` }, { check: `${lesson}#few-calls` }],
	},
	{
		id: "said-too-early",
		kind: "fixTheCode",
		level: 2,
		points: ["C2"],
		ask: "The editor makes a call for every key. Make few, and lose nothing.",
		lesson,
		from: "starter",
		checks: ["newest-text-is-stored", "few-calls", "typing-goes-on", "says-when-saved"],
		why: "Wait until typing pauses, save the newest text, and look after each save whether more has been typed meanwhile.",
	},
]);
