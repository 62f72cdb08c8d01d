import { defineQuiz } from "@/lib/quiz";

const lesson = "after-the-mutation/redirect-after-a-write";

export default defineQuiz([
	{
		id: "redirect-inside-try",
		kind: "spotBug",
		level: 2,
		points: ["E4", "J2"],
		ask: "The post is stored, and the visitor is told that something went wrong. Which line is it?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `"use server";

import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export async function publish(_: unknown, formData: FormData) {
	try {
		const post = await db.post.create({ data: read(formData) });
		redirect(\`/posts/\${post.id}\`);
	} catch {
		return { error: "Something went wrong." };
	}
}`,
		},
		bug: {
			line: ["redirect(`/posts", "} catch {"],
			why: "The redirect stands inside of the `try`, and what it throws ends in the `catch`.",
		},
		reasons: [
			{
				text: "`redirect` works by throwing, and the `catch` takes that for an error",
				correct: true,
				why: "Call it below the `try`. Nothing after it runs, so it is the last line anyway.",
			},
			{
				text: "`redirect` has to be awaited, or the action ends before it",
				why: "It returns nothing to wait for: it never returns.",
			},
			{
				text: "An action that `useActionState` calls cannot redirect",
				why: "It can. The new page takes the place of the form and its state.",
			},
		],
		proof: [{ claim: `${lesson}#redirect-throws` }],
	},
	{
		id: "status-of-a-redirect",
		kind: "trueFalseGrid",
		level: 3,
		points: ["E4"],
		ask: 'An action ends with `redirect("/done")`. What does its answer look like?',
		statements: [
			{
				text: "Without JavaScript it has status 303, and `Location` names the address.",
				isTrue: true,
				why: "The browser posts the form itself and follows by itself.",
			},
			{
				text: "With JavaScript it has status 303 as well.",
				isTrue: false,
				why: "`fetch` would follow on its own, so the answer is 200, with a header `x-action-redirect`.",
			},
			{
				text: "With JavaScript, the page at `/done` is in the same answer.",
				isTrue: true,
				why: "React shows it without another request.",
			},
		],
		proof: [{ claim: `${lesson}#see-other` }, { claim: `${lesson}#redirect-header` }],
	},
	{
		id: "cookie-without-await",
		kind: "single",
		level: 2,
		points: ["E6"],
		ask: 'An older tutorial has `cookies().set("author", name)` in an action. What happens on the pinned version?',
		options: [
			{
				text: "It works, and a warning in the log says that it is deprecated",
				why: "That was so for one version. Now it fails.",
			},
			{
				text: "It fails",
				correct: true,
				why: "`cookies()` returns a promise, and a promise has no `set`: `(await cookies()).set(…)`.",
			},
			{
				text: "It does nothing, because the promise is not awaited before the action ends",
				why: "It gets no chance to be late: `set` is not a function of a promise.",
			},
		],
		proof: [{ claim: `${lesson}#cookies-are-a-promise` }],
	},
	{
		id: "where-cookies-are-set",
		kind: "multiple",
		level: 2,
		points: ["E6"],
		ask: "Where may a cookie be set?",
		options: [
			{
				text: "In a Server Action, before `redirect` is called",
				correct: true,
				why: "The answer is not on its way yet, and its headers can still be changed.",
			},
			{
				text: "In a Server Component, while the page is rendered",
				why: "It is an error. A page may already be on its way to the browser.",
			},
			{
				text: "In an action, on the line below `redirect`",
				why: "`redirect` throws. No line below it runs.",
			},
			{
				text: "In an action that an event handler called",
				correct: true,
				why: "How it was called does not matter.",
			},
		],
		proof: [
			{ claim: `${lesson}#not-while-rendering` },
			{ claim: `${lesson}#nothing-runs-after` },
			{ claim: `${lesson}#read-and-forget` },
		],
	},
	{
		id: "order-of-finally",
		kind: "predictOutput",
		level: 2,
		points: ["E4", "J2"],
		ask: "`redirect` throws. Here a small function of the same kind stands in its place. What is printed?",
		run: {
			in: "node",
			code: `function redirect(path: string): never {
	throw new Error("NEXT_REDIRECT " + path);
}

async function action() {
	const seen: string[] = [];
	try {
		seen.push("write");
		redirect("/done");
		seen.push("after");
	} catch (error) {
		seen.push("caught");
	} finally {
		seen.push("finally");
	}
	return seen.join(" ");
}

console.log(await action());`,
		},
		options: [
			{
				text: "write finally",
				why: "There is a `catch`, and a thrown redirect is caught like anything else.",
			},
			{
				text: "write caught finally",
				correct: true,
				why: "The redirect is lost in the `catch`: the visitor stays where they are.",
			},
			{
				text: "write after finally",
				why: "`redirect` never returns.",
			},
			{
				text: "write after caught finally",
				why: "The line after `redirect` does not run.",
			},
		],
		proof: [{ claim: `${lesson}#redirect-throws` }, { claim: `${lesson}#nothing-runs-after` }],
	},
	{
		id: "redirect-swallowed",
		kind: "fixTheCode",
		level: 2,
		points: ["E4"],
		ask: "Publishing stores the post, and the visitor stays on the form. Mend it.",
		lesson,
		from: "mistakes/redirect-inside-try",
		checks: ["redirects-with-javascript", "redirects-without-javascript"],
		why: "A `catch` around `redirect` gets what it throws. Do what can fail inside of the `try`, and redirect below it.",
	},
]);
