import { defineQuiz } from "@/lib/quiz";

const lesson = "calling-actions/pending";

export default defineQuiz([
	{
		id: "never-pending",
		kind: "spotBug",
		level: 2,
		points: ["C5"],
		ask: "The button never says “Sending…”. Which line is it?",
		code: {
			title: "app/invite-form.tsx",
			text: `"use client";

import { useFormStatus } from "react-dom";
import { invite } from "./actions";

export function InviteForm() {
	const { pending } = useFormStatus();
	return (
		<form action={invite}>
			<input name="email" type="email" />
			<button disabled={pending}>{pending ? "Sending…" : "Invite"}</button>
		</form>
	);
}`,
		},
		bug: {
			line: "const { pending } = useFormStatus();",
			why: "It is called in the component that renders the form, and so stands above the form.",
		},
		reasons: [
			{
				text: "`useFormStatus` tells of the form above the component that calls it",
				correct: true,
				why: "Move the button into a component of its own, and render that inside of the form.",
			},
			{
				text: "`useFormStatus` works with forms of `useActionState` only, whose state it reads",
				why: "Any form with an action will do.",
			},
			{
				text: 'The button needs `type="submit"`, or its click does not count as a submission',
				why: "That is a button's default type inside of a form.",
			},
		],
		proof: [{ claim: `${lesson}#only-below-the-form` }],
	},
	{
		id: "until-when",
		kind: "single",
		level: 2,
		points: ["C4"],
		ask: "`startTransition(async () => { await save(); await notify(); })`: until when is `isPending` true?",
		options: [
			{
				text: "Until the request of `save` has been sent",
				why: "A transition is about the work and its result, not about sending.",
			},
			{
				text: "Until `save` is done; what comes after the first `await` is outside of the transition",
				why: "State updates after an `await` lose the transition, but pending goes by the promise of the whole function.",
			},
			{
				text: "Until `notify` is done",
				correct: true,
				why: "Pending lasts until the async function is done, however many actions it awaits.",
			},
			{
				text: "Until the page has been rendered again",
				why: "There may be no new page at all, if the actions revalidate nothing.",
			},
		],
		proof: [{ claim: `${lesson}#pending-until-the-end` }],
	},
	{
		id: "second-click",
		kind: "single",
		level: 2,
		points: ["B11", "C4"],
		ask: "While an action of the page runs, a second one is called. What becomes of the second call?",
		options: [
			{
				text: "It is sent at once, and both run side by side",
				why: "That is what two calls of `fetch` would do. Actions of one page are sent one after the other.",
			},
			{
				text: "It is dropped, because one is under way",
				why: "No call is dropped. If you want one invitation only, turn the button off or count on the server.",
			},
			{
				text: "It takes the place of the first one, which is cancelled",
				why: "Actions are not cancelled by others.",
			},
			{
				text: "It waits, and is sent when the first is done",
				correct: true,
				why: "That keeps writes in order. It also means that a slow action holds up all others.",
			},
		],
		proof: [{ claim: `${lesson}#second-waits` }],
	},
	{
		id: "what-status-knows",
		kind: "trueFalseGrid",
		level: 1,
		points: ["C5", "C4"],
		ask: "True or false, of `useFormStatus`?",
		statements: [
			{
				text: "While the form is sent, it also has the data that is being sent.",
				isTrue: true,
				why: "`data` is the form's `FormData`, useful for “Inviting ada@example.com…”.",
			},
			{
				text: "It says whether any form of the page is being sent.",
				isTrue: false,
				why: "Only the form that stands above the component counts.",
			},
			{
				text: "It works in a component that knows nothing about the form it stands in.",
				isTrue: true,
				why: "That is its use: one submit button for all forms.",
			},
		],
		proof: [{ claim: `${lesson}#what-is-being-sent` }, { claim: `${lesson}#only-below-the-form` }],
	},
]);
