import { defineQuiz } from "@/lib/quiz";

const lesson = "convention/not-in-a-client-file";

export default defineQuiz([
	{
		id: "how-it-gets-there",
		kind: "multiple",
		level: 1,
		points: ["A6", "A4"],
		ask: "A Client Component has state and has to write to the database. In which ways can it get hold of a Server Action?",
		options: [
			{
				text: 'It imports the action from a file that begins with `"use server"`',
				correct: true,
				why: "What arrives in the browser is a way to call the action. Its body stays on the server.",
			},
			{
				text: "A Server Component hands it the action as a prop",
				correct: true,
				why: "The action is defined where the server's values are, and only the means to call it travels to the component.",
			},
			{
				text: 'It defines the action in its own file, with `"use server"` as the first line of the function',
				why: 'A file that begins with `"use client"` goes to the browser as a whole. Such a function in it stops the compilation.',
			},
			{
				text: 'It imports a function of a file without a directive, in which the function says `"use server"` for itself',
				why: "A file without a directive becomes part of whoever imports it. Imported by a client file, it is client code.",
			},
		],
		proof: [
			{ claim: `${lesson}#from-a-file` },
			{ claim: `${lesson}#as-a-prop` },
			{ claim: `${lesson}#inline-in-a-client-file` },
			{ claim: `${lesson}#helper-without-directive` },
		],
	},
	{
		id: "directive-at-the-top",
		kind: "spotBug",
		level: 2,
		points: ["A6", "H2"],
		ask: 'Turbopack says: `The "use client" directive must be placed before other expressions.` Which line causes it?',
		code: {
			title: "app/chore-list.tsx",
			text: `"use client";

import { useState } from "react";
import { db } from "@/lib/db";

export function ChoreList({ chores }: { chores: Chore[] }) {
	const [hideDone, setHideDone] = useState(false);

	async function setSolved(id: number, solved: boolean) {
		"use server";
		await db.problem.update({ where: { id }, data: { solved } });
	}
	// …
}`,
		},
		bug: {
			line: '"use server"',
			why: "The first line is where it should be. It is this second directive that does not fit into a client file.",
		},
		reasons: [
			{
				text: "`import` and a directive cannot be in one file unless the bundler has been told so",
				why: "Nearly every client file has both. Imports below the directive are fine.",
			},
			{
				text: "A file for the browser cannot define a function that stays on the server",
				correct: true,
				why: 'The message names the other directive. Where it sends you to a correct `"use client"`, search for `"use server"`.',
			},
			{
				text: '`"use server"` has to stand above the function, next to its `async`',
				why: "Inside, as the first line of the body, is the right place for an inline action. The file is the wrong one.",
			},
			{
				text: "`useState` in a Server Component",
				why: "A second message may say so, and it only follows from the first: the file was taken for one of the server's.",
			},
		],
		proof: [{ claim: `${lesson}#inline-in-a-client-file` }, { claim: `${lesson}#second-message` }],
	},
	{
		id: "repairs-and-their-price",
		kind: "trueFalseGrid",
		level: 3,
		points: ["A6", "H2"],
		ask: "A client file with state defines an inline action, and the app does not compile. What is true of these repairs?",
		statements: [
			{
				text: 'Deleting `"use client"` costs the state: what was hidden by a checkbox cannot be hidden any more.',
				isTrue: true,
				why: "State and handlers need a Client Component. Only the function that writes has to leave it.",
			},
			{
				text: 'Deleting `"use server"` keeps everything as it was, since the component calls the function anyway.',
				isTrue: false,
				why: "Then it is a function of the browser, and it brings the import of the database along.",
			},
			{
				text: "After moving the action to its own file, the component can stay a Client Component with its state.",
				isTrue: true,
				why: "It imports the action and calls it. Nothing else about the component has to change.",
			},
			{
				text: "Moving the function to its own file is enough, wherever the directive stands in that file.",
				isTrue: false,
				why: "With the directive inside the function, the file still counts as part of the client file that imports it.",
			},
		],
		proof: [
			{ check: `${lesson}#hiding-still-works` },
			{ check: `${lesson}#page-comes-up` },
			{ claim: `${lesson}#from-a-file` },
			{ claim: `${lesson}#helper-without-directive` },
		],
	},
	{
		id: "half-moved",
		kind: "fixTheCode",
		level: 2,
		points: ["A6", "H2"],
		ask: "The action has a file of its own by now, and the page still answers with an error. Get it up again, with ticks that are stored.",
		lesson,
		from: "mistakes/wrong-level",
		checks: ["page-comes-up", "tick-is-stored", "hiding-still-works"],
		why: 'A file without a directive of its own belongs to whoever imports it, here a client file. `"use server"` at the top of the file makes it one of the server\'s.',
	},
]);
