import { defineQuiz } from "@/lib/quiz";

const lesson = "actions-or-route-handlers/inline-or-file";

export default defineQuiz([
	{
		id: "when-to-move-it",
		kind: "multiple",
		level: 1,
		points: ["G3", "A3"],
		ask: "An action is written inline, in a page. Which of these are good reasons to move it to a file of actions?",
		options: [
			{
				text: "A second page needs it",
				correct: true,
				why: "A copy would be a second action, and the next rule would be added to one of the two.",
			},
			{
				text: "A Client Component needs it",
				correct: true,
				why: "An action cannot be written in a client file, only imported from another.",
			},
			{
				text: "It should run on the server",
				why: "It does so already. Inline or in a file, the directive makes it an action.",
			},
			{
				text: "It should not be callable from outside without the page",
				why: "Either way it has an endpoint. What protects it is the check inside of it.",
			},
		],
		proof: [
			{ claim: `${lesson}#copies-are-two` },
			{ claim: `${lesson}#file-is-one` },
			{ claim: "convention/not-in-a-client-file#inline-in-a-client-file" },
			{ claim: "convention/not-in-a-client-file#from-a-file" },
			{ claim: "security/a-public-endpoint#called-by-hand" },
		],
	},
	{
		id: "doors-of-a-file",
		kind: "spotBug",
		level: 3,
		points: ["G3", "F1"],
		ask: "This file is meant to offer one action. Which line opens a second door?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `"use server";

import { db } from "@/lib/db";
import { requireReader } from "@/lib/session";

export async function loansOf(reader: string) {
	return db.loan.findMany({ where: { reader } });
}

export async function borrow(formData: FormData) {
	const { name } = await requireReader();
	if ((await loansOf(name)).length >= 2) return;
	await db.loan.create({ data: { reader: name, title: String(formData.get("title")) } });
}`,
		},
		bug: {
			line: "export async function loansOf",
			why: "It is a helper, and `export` makes it an action that tells anybody what anybody else has borrowed.",
		},
		reasons: [
			{
				text: "In a file with the directive every exported function can be called by the network",
				correct: true,
				why: "Leave out the `export`, or move the helper to a file without the directive.",
			},
			{
				text: "An action may not be called by another action of the same file, only by components and forms",
				why: "On the server actions are functions. Calling one from another is fine.",
			},
			{
				text: "A function that reads needs no directive, and Next.js turns it into a `GET` address for everybody",
				why: "No function of such a file answers to `GET`. It answers to `POST`, which is bad enough here.",
			},
		],
		proof: [{ claim: `${lesson}#helpers-are-doors` }],
	},
	{
		id: "inline-or-file-grid",
		kind: "trueFalseGrid",
		level: 2,
		points: ["G3", "F5"],
		ask: "True or false?",
		statements: [
			{
				text: "Two inline actions with the same text share one id.",
				isTrue: false,
				why: "They are two actions. Whoever adds a rule to one has not added it to the other.",
			},
			{
				text: "An action from a file is one action, however many pages use it.",
				isTrue: true,
				why: "One id, one body, one place to ask who is calling.",
			},
			{
				text: "An inline action can use the variables of the component around it.",
				isTrue: true,
				why: "That is what inline actions are good at. An action in a file gets such values as arguments.",
			},
			{
				text: "A function that is not exported is an action too, if its file has the directive at the top.",
				isTrue: false,
				why: "Only exported ones are. Helpers can stay in the file as long as they are kept to it.",
			},
		],
		proof: [
			{ claim: `${lesson}#copies-are-two` },
			{ claim: `${lesson}#file-is-one` },
			{ claim: `${lesson}#inline-sees` },
			{ claim: `${lesson}#helpers-are-doors` },
		],
	},
	{
		id: "a-rule-in-two-places",
		kind: "fixTheCode",
		level: 2,
		points: ["G3"],
		ask: "The rule of two books was copied into the second action, and the third place still has no action at all. Make it one action for everybody.",
		lesson,
		from: "mistakes/rule-copied-too",
		checks: ["one-and-the-same", "surprise-works", "rule-holds-everywhere"],
		why: "Copies are actions of their own, and a Client Component cannot have an inline one. One exported function in `app/actions.ts` serves all three places, with the rule in it.",
	},
]);
