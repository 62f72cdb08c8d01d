import { defineQuiz } from "@/lib/quiz";

const lesson = "security/a-public-endpoint";

export default defineQuiz([
	{
		id: "who-can-call",
		kind: "single",
		level: 1,
		points: ["F1"],
		ask: "`pinNotice` is used by one form, on a page that only staff can open. Who can call it?",
		options: [
			{
				text: "Staff only, since nobody else gets the page",
				why: "The page is a page. The action is an endpoint of its own.",
			},
			{
				text: "Anybody who is signed in",
				why: "Not even that is asked for, unless the action asks.",
			},
			{
				text: "Anybody who sends a POST with its id",
				correct: true,
				why: "No cookie and no browser is needed. Ask in the action who is calling.",
			},
			{
				text: "Nobody but Next.js, which signs its own calls",
				why: "Calls are not signed.",
			},
		],
		proof: [{ claim: `${lesson}#called-by-hand` }, { check: `${lesson}#strangers-cannot-pin` }],
	},
	{
		id: "page-is-no-guard",
		kind: "trueFalseGrid",
		level: 2,
		points: ["F1", "B6"],
		ask: "True or false, of a call made by hand?",
		statements: [
			{
				text: "It may go to the address of a page that does not use the action.",
				isTrue: true,
				why: "The id in the header decides. A check in the page that uses it is not passed on the way.",
			},
			{
				text: "With `GET`, it runs as well.",
				isTrue: false,
				why: "Only POST runs an action.",
			},
			{
				text: "An exported action that no form uses cannot be called.",
				isTrue: false,
				why: "It can, when a Server Component imports its file. An export is a promise to the world.",
			},
			{
				text: "An argument typed as `number` arrives as a number, or the call is refused.",
				isTrue: false,
				why: "Types bind your own code. Any value that can be sent arrives.",
			},
		],
		proof: [
			{ claim: `${lesson}#any-address` },
			{ claim: `${lesson}#get-does-not` },
			{ claim: `${lesson}#not-in-the-page` },
			{ claim: `${lesson}#types-do-not-bind` },
		],
	},
	{
		id: "role-in-the-form",
		kind: "spotBug",
		level: 2,
		points: ["F4", "F1"],
		ask: "A member pins up a notice without being staff. Which line let them?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `"use server";

import { db } from "@/lib/db";
import { currentUser } from "@/lib/session";

export async function pinNotice(formData: FormData) {
	const user = await currentUser();
	if (!user) throw new Error("Please sign in.");
	if (formData.get("role") !== "staff") throw new Error("Staff only.");
	await db.notice.create({ data: { text: String(formData.get("text")) } });
}`,
		},
		bug: {
			line: 'formData.get("role")',
			why: "The role is read from the request, and the request is written by the caller.",
		},
		reasons: [
			{
				text: "`currentUser` is called without the form data, so it does not know whose session to look for",
				why: "It reads the session cookie of the request that called the action.",
			},
			{
				text: "What the caller sends says nothing about who the caller is",
				correct: true,
				why: "Look the role up for the user of the session.",
			},
			{
				text: "`throw` in an action comes too late: the row is written by then",
				why: "The write stands below it, and is not reached.",
			},
		],
		proof: [{ check: `${lesson}#members-cannot-pin` }],
	},
	{
		id: "asked-after-the-write",
		kind: "fixTheCode",
		level: 1,
		points: ["F4"],
		ask: "Somebody did ask who is calling. Too late.",
		lesson,
		from: "mistakes/asked-too-late",
		checks: ["strangers-cannot-pin", "members-cannot-pin"],
		why: "An error does not undo a write. Ask first, in the first lines of every action.",
	},
]);
