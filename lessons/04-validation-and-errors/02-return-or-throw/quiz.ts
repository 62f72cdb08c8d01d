import { defineQuiz } from "@/lib/quiz";

const lesson = "validation-and-errors/return-or-throw";

export default defineQuiz([
	{
		id: "form-is-gone",
		kind: "single",
		level: 1,
		points: ["D4", "H5"],
		ask: 'The action of a form does `throw new Error("This address is on the list already")`. JavaScript is on. What does the visitor see?',
		options: [
			{
				text: "The form, with the message beside it",
				why: "Nobody wrote that. A returned object and `useActionState` would do it.",
			},
			{
				text: "The nearest error page in place of the page, form and typed text gone",
				correct: true,
				why: "A thrown error replaces what stands inside the boundary. For something that will happen every day, return it.",
			},
			{
				text: "An alert of the browser with the message",
				why: "Nothing calls `alert`.",
			},
			{
				text: "The page as before; the message only stands in the server log",
				why: "It does stand in the log. But the page is replaced as well.",
			},
		],
		proof: [{ claim: `${lesson}#throw-replaces-the-form` }],
	},
	{
		id: "instance-of",
		kind: "spotBug",
		level: 3,
		points: ["D4", "D5"],
		ask: "“Try again in 30 seconds” is never shown, though the action throws a `BusyError`. Which line is wrong?",
		code: {
			title: "app/join-button.tsx",
			text: `"use client";

import { BusyError } from "./busy-error";
import { join } from "./actions";

export function JoinButton({ say }: { say: (text: string) => void }) {
	async function onClick() {
		try {
			await join();
		} catch (error) {
			if (error instanceof BusyError) say(\`Try again in \${error.seconds} seconds\`);
			else throw error;
		}
	}
	return <button type="button" onClick={onClick}>Join</button>;
}`,
		},
		bug: {
			line: "error instanceof BusyError",
			why: "What arrives is an error, but no `BusyError`.",
		},
		reasons: [
			{
				text: "In the browser a thrown error is no instance of its class any more, and its own fields are gone",
				correct: true,
				why: "Return `{ busy: true, seconds: 30 }`: objects arrive as they were.",
			},
			{
				text: "`catch` does not see errors of an action, since those go to the error boundary",
				why: "In an event handler they come out of the promise, and `catch` sees them.",
			},
			{
				text: "The class is loaded twice, once in the browser and once on the server, and has to be a singleton",
				why: "There are two copies, but that is not something a singleton could mend: the class does not travel.",
			},
		],
		proof: [{ claim: `${lesson}#class-is-lost` }, { claim: `${lesson}#objects-arrive` }],
	},
	{
		id: "return-or-throw-grid",
		kind: "multiple",
		level: 2,
		points: ["D4"],
		ask: "Which of these are better returned than thrown?",
		options: [
			{
				text: "The address is on the list already",
				correct: true,
				why: "It will happen every day, and the visitor can do something about it.",
			},
			{
				text: "The mail service does not answer",
				why: "Unexpected, and somebody has to hear of it: a thrown error stands in the server log.",
			},
			{
				text: "The name is empty",
				correct: true,
				why: "Bad input is expected. The form has to stay.",
			},
			{
				text: "A row that this code has just written is not there",
				why: "That is a mistake in the program. Throw, so that it is noticed.",
			},
		],
		proof: [{ claim: `${lesson}#only-thrown-is-logged` }, { check: `${lesson}#outage-is-thrown` }],
	},
	{
		id: "in-the-log",
		kind: "single",
		level: 2,
		points: ["D4"],
		ask: 'The action returns `{ error: "Mail service down" }` during an outage. What does the server log say about it?',
		options: [
			{
				text: "The message and the line where it was returned",
				why: "To Next.js it is a value like any other.",
			},
			{
				text: "Nothing",
				correct: true,
				why: "Only what is thrown is logged. Nobody would hear of the outage.",
			},
			{
				text: "A warning that an object with a field `error` was returned",
				why: "Names of fields mean nothing to Next.js.",
			},
		],
		proof: [{ claim: `${lesson}#only-thrown-is-logged` }],
	},
]);
