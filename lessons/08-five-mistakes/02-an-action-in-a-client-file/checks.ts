import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

const text = "On a lead.";

async function answers({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("comment")).map(({ postId, text }) => [postId, text]);
}

export default defineChecks([
	{
		id: "site-is-up",
		title: "All pages are back, the opening hours included",
		points: ["H2", "A6"],
		hints: [
			"The message says which file. Which two directives does that file have?",
			"A file for the browser cannot define an action. Either the action moves to a file that begins with “use server”, or it moves to a Server Component and comes down as a prop.",
			'// app/actions.ts\n"use server";\n\nexport async function answer(questionId: number, formData: FormData) { … }\n// app/answer-box.tsx\nimport { answer } from "./actions";',
		],
		docs: "https://nextjs.org/docs/app/api-reference/directives/use-server",
		async run({ http, expect }) {
			for (const path of ["/", "/hours"]) {
				expect(
					await http.get(path, { timeoutMs: PATIENCE }),
					`The page ${path} answers with an error. The preview shows what the compiler says.`,
				).toHaveStatus(200);
			}
		},
	},
	{
		id: "answer-is-stored",
		title: "An answer is stored with its question, even without JavaScript",
		points: ["H2", "A4", "C8"],
		requires: ["site-is-up"],
		hints: [
			"Which variables did the function use when it stood inside the component?",
			"In its new place the action no longer closes over the props. What it needs has to travel: bound with .bind, or in a hidden field. Give the action straight to the form, and the form works without JavaScript.",
			"<form action={answer.bind(null, questionId)}>",
		],
		docs: "https://nextjs.org/docs/app/guides/forms#passing-additional-arguments",
		async run(context) {
			const { http, expect } = context;
			for (const id of [2, 1]) {
				const form = (await http.get("/")).form(`Answer question ${id}`);
				await form.submit({ text }, { timeoutMs: PATIENCE });
				expect(
					(await answers(context)).at(-1),
					`Question ${id} was answered without JavaScript, and the answer is not with the question in the table comment.`,
				).toEqual([id, text]);
			}
		},
	},
	{
		id: "answer-appears",
		title: "With JavaScript the answer appears under its question at once",
		points: ["H2", "B3"],
		requires: ["site-is-up"],
		hints: [
			"Answer something in the preview.",
			"The action has to say that the page is out of date, in its new file as well.",
			'revalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run({ page, expect }) {
			await page.goto("/");
			await page.markDocument();
			await page.getByLabel("Answer to question 2").fill(text);
			await page.getByRole("button", { name: "Answer question 2" }).click();
			await expect(
				page.getByRole("region", { name: "Can I bring my dog?" }).getByRole("listitem"),
				"An answer was sent, and it does not appear under the question.",
			).toHaveText(text, { timeoutMs: 15_000 });
			expect(await page.isSameDocument(), "To show it, the browser loaded a new document.").toBe(true);
		},
	},
	{
		id: "counter-counts",
		title: "The counter counts while one types",
		points: ["H2"],
		requires: ["site-is-up"],
		hints: [
			"The counter is why the component went to the browser in the first place.",
			"State needs a Client Component. It is the action that has to move, not the component.",
			'"use client";\n\nimport { useState } from "react";\nimport { answer } from "./actions";',
		],
		docs: "https://nextjs.org/docs/app/getting-started/server-and-client-components",
		async run({ page, expect }) {
			await page.goto("/");
			const box = page.getByRole("region", { name: "Can I bring my dog?" });
			await expect(box, "Under an empty field it should say “100 characters left”.").toContainText(
				"100 characters left",
			);
			await page.getByLabel("Answer to question 2").fill("0123456789");
			await expect(
				box,
				"Ten characters were typed, and under the field it does not say “90 characters left”.",
			).toContainText("90 characters left");
		},
	},
]);
