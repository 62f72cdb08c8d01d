import type { CheckContext, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const limit = 80;

/** A form of the page itself, which works without JavaScript. */
async function openRemark({ http, expect }: CheckContext): Promise<HttpForm> {
	const page = await http.get("/");
	expect(
		page,
		'The page answered with an error instead of the recipe. Read the server log. A file marked "use server" may export async functions and nothing else: no constant, no object, no function that is not async. And a file of actions without the directive is an ordinary module, which a Client Component cannot import when it uses the database.',
	).toHaveStatus(200);
	return page.form("Cooked it!");
}

const texts = async ({ db }: CheckContext) => (await db.table("message")).map((row) => row.text);

export default defineChecks([
	{
		id: "remark-is-stored",
		title: "A ready-made remark is stored",
		points: ["A2", "A7"],
		hints: [
			"Does the page come up at all? If not, what does the server log complain about?",
			'"use server" as the first line of a file makes every export a Server Action, and a Server Action is an async function. Constants and helpers that are not actions live in another file.',
			'// app/actions.ts\n"use server";\n\nexport async function addTip(formData: FormData) {\n\t// …\n}\n\n// app/limits.ts, without a directive\nexport const MAX_LENGTH = 80;',
		],
		docs: "https://nextjs.org/docs/app/api-reference/directives/use-server",
		async run(context) {
			const { db, expect } = context;
			const before = (await db.table("message")).length;
			const answer = await (await openRemark(context)).submit(
				{},
				{ button: "Cooked it!", followRedirect: true },
			);
			expect(
				answer,
				"Sending a ready-made remark answered with an error: the action threw. The server log has the error.",
			).toHaveStatus(200);
			expect(
				await db.table("message"),
				"Pressing “Cooked it!” once should make exactly one new row in the table message. Does the form of the page still call the action?",
			).toHaveLength(before + 1);
			expect(
				(await texts(context)).at(-1),
				"A row was stored, but its text is not the remark of the button that was pressed.",
			).toBe("Cooked it!");
		},
	},
	{
		id: "tip-is-stored",
		title: "The box with the counter stores a tip, and the list shows it",
		points: ["A4"],
		requires: ["remark-is-stored"],
		hints: [
			"The form in the Client Component has no action. Where could it get one?",
			'A Client Component cannot define a Server Action, but it can import one from a file that begins with "use server".',
			'// app/tip-box.tsx\nimport { addTip } from "./actions";\n// …\n<form className="card" action={addTip}>',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, expect } = context;
			const tip = "A pinch of salt in the glaze.";
			await page.goto("/");
			await page.getByLabel("Your tip").fill(tip);
			await page.getByRole("button", { name: "Send" }).click();
			await expect
				.poll(
					() => texts(context),
					"A tip was typed into the box and sent, but it was not stored. Give the form of the Client Component the action, imported from the file of actions.",
				)
				.toContain(tip);
			await expect(
				page.getByRole("listitem").filter({ hasText: tip }),
				"The tip was stored, but the list on the open page does not show it. Revalidate in the action, after the write.",
			).toBeVisible();
			expect(
				(await texts(context)).filter((text) => text === tip),
				"One tip was sent, but it was stored more than once.",
			).toHaveLength(1);
		},
	},
	{
		id: "counter-counts",
		title: "The box still counts what is typed",
		points: ["A4"],
		requires: ["remark-is-stored"],
		hints: [
			"Type into the box. Does the number below it follow?",
			"The counter needs state, so the box stays a Client Component. It does not have to give that up to call an action: it imports one.",
			'// app/tip-box.tsx\n"use client";\n\nimport { useState } from "react";\nimport { addTip } from "./actions";',
		],
		docs: "https://nextjs.org/docs/app/api-reference/directives/use-client",
		async run({ page, expect }) {
			await page.goto("/");
			await page.getByLabel("Your tip").fill("Lemons");
			await expect(
				page.getByText(`6 of ${limit}`),
				`Six characters are in the box, but it does not say “6 of ${limit}”: the box no longer counts. Leave it a Client Component, with its state.`,
			).toBeVisible();
		},
	},
	{
		id: "long-tip-is-refused",
		title: "A text of more than 80 characters is not stored, whoever sends it",
		points: ["A7"],
		requires: ["remark-is-stored"],
		hints: [
			"The number 80 stands in the browser's part. Who else has to know it?",
			"The action decides what is stored. Put the limit into a file without a directive, and import it on both sides.",
			'// app/limits.ts\nexport const MAX_LENGTH = 80;\n\n// app/actions.ts\nimport { MAX_LENGTH } from "./limits";\n// …\nif (text.length > MAX_LENGTH) return;',
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { expect } = context;
			const send = async (text: string) =>
				(await openRemark(context)).submit({ text }, { button: "Cooked it!", followRedirect: true });
			const [fits, tooLong] = ["b".repeat(limit), "a".repeat(limit + 1)];
			expect(
				await send(tooLong),
				"A text that is too long was answered with an error page. Let the action return without storing it.",
			).toHaveStatus(200);
			expect(
				(await texts(context)).includes(tooLong),
				`A text of ${limit + 1} characters was stored. The limit has to be looked at in the action: the browser's own limit binds nobody who sends the request by other means.`,
			).toBe(false);
			await send(fits);
			expect(
				(await texts(context)).includes(fits),
				`A text of exactly ${limit} characters was refused; it should be stored.`,
			).toBe(true);
		},
	},
]);
