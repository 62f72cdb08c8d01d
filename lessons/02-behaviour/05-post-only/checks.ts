import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const everybody = ["Ada", "Grace", "Edsger"];

async function readers({ db }: CheckContext): Promise<string[]> {
	return (await db.table("user")).map(({ name }) => String(name));
}

/** Opens the link at the end of somebody's letter. */
async function follow(context: CheckContext, name: string): Promise<{ address: string; page: HttpResponse }> {
	const { db, http, expect } = context;
	const reader = (await db.table("user")).find((row) => row.name === name);
	const address = `/unsubscribe?id=${reader?.id}`;
	const page = await http.get(address, { timeoutMs: 30_000 });
	expect(
		page,
		`The link ${address}, which stands in letters already sent, leads to status ${page.status}.`,
	).toHaveStatus(200);
	return { address, page };
}

/** The button on the page of somebody's link, or a failed check. */
async function openButton(context: CheckContext, name: string): Promise<HttpResponse> {
	const { page } = await follow(context, name);
	const buttons = Array.from(page.document.querySelectorAll("form button, form input[type=submit]"));
	if (buttons.some((button) => /unsubscribe/i.test(button.textContent ?? ""))) return page;
	return context.fail("The page behind the link has no button “Unsubscribe” in a form.", {
		expected: "a button that somebody has to press",
		observed: page.visibleText,
	});
}

export default defineChecks([
	{
		id: "looking-changes-nothing",
		title: "Opening the link takes nobody off the list",
		points: ["B6"],
		hints: [
			"Who opens a link in a letter before its reader does?",
			"A page is asked for with GET, and GET means that somebody wants to see something. Let the page ask, and leave the deleting to an action that a button calls.",
			'// app/unsubscribe/page.tsx, instead of the delete\n<form action={unsubscribe.bind(null, id)}>\n\t<button type="submit">Unsubscribe</button>\n</form>',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Glossary/Safe/HTTP",
		async run(context) {
			const { http, page, expect } = context;
			for (const name of everybody) {
				const { address, page: answer } = await follow(context, name);
				expect(
					await readers(context),
					`Somebody asked for ${address} with GET, and a reader is gone from the list. A program that checks links would do the same.`,
				).toEqual(everybody);
				const links = Array.from(answer.document.querySelectorAll("a[href^='/']"), (link) =>
					link.getAttribute("href"),
				);
				for (const link of links) await http.get(link ?? "/");
				expect(
					await readers(context),
					`A program that follows every link came to ${address} and followed the links there, too: a reader is gone from the list. A link is followed with GET, whatever it says.`,
				).toEqual(everybody);
			}
			const { address } = await follow(context, "Grace");
			await page.goto(address);
			// What a page does by itself it does right after it is hydrated. Many questions and answers, first with the page
			// and then with the server, leave it the time.
			for (let turn = 0; turn < 30; turn += 1) await page.url();
			for (let turn = 0; turn < 3; turn += 1) await http.get(address);
			expect(
				await readers(context),
				`The page ${address} was opened with JavaScript, nothing was pressed, and a reader is gone from the list. Some link checkers run a whole browser.`,
			).toEqual(everybody);
		},
	},
	{
		id: "button-unsubscribes",
		title: "The button does it, for the reader of this letter only",
		points: ["B6"],
		hints: [
			"The page knows from its address whose letter it was. Does the button know?",
			"The id can be bound to the action, or travel in a hidden field.",
			'// app/unsubscribe/actions.ts\n"use server";\n\nexport async function unsubscribe(id: number) {\n\tawait db.user.delete({ where: { id } });\n\trevalidatePath("/unsubscribe");\n}',
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { expect } = context;
			const page = await openButton(context, "Grace");
			await page
				.form(/unsubscribe/i)
				.submit({}, { button: /unsubscribe/i, followRedirect: true, timeoutMs: 30_000 });
			expect(
				await readers(context),
				"“Unsubscribe” was pressed on the page behind Grace's link. Grace, and nobody else, should be gone from the table user.",
			).toEqual(["Ada", "Edsger"]);
		},
	},
	{
		id: "sent-by-post",
		title: "The button sends a POST",
		points: ["B6"],
		requires: ["button-unsubscribes"],
		hints: [
			"Press the button and look into the inspector. Which method does the request have?",
			"A form without a method is sent with GET. A form whose action is a Server Action is always posted.",
			"<form action={unsubscribe.bind(null, id)}>",
		],
		docs: "https://developer.mozilla.org/en-US/docs/Glossary/Safe/HTTP",
		async run(context) {
			const { page, exchanges, expect } = context;
			const { address } = await follow(context, "Grace");
			await page.goto(address);
			const before = exchanges.all().at(-1)?.seq ?? -1;
			await page.getByRole("button", { name: /unsubscribe/i }).click();
			await expect
				.poll(
					() => readers(context),
					"With JavaScript, “Unsubscribe” was pressed, and Grace is still listed.",
				)
				.toEqual(["Ada", "Edsger"]);
			await page.goto("/?left");
			await exchanges.waitFor("the next page", ({ url }) => url === "/?left");
			const posts = exchanges.all().filter(({ seq, method }) => seq > before && method === "POST");
			expect(
				posts.length,
				"“Unsubscribe” was pressed, and the request that took Grace off the list was sent with GET. Its address can be opened by anyone and anything; let the button call an action.",
			).toBeGreaterThan(0);
		},
	},
	{
		id: "says-so",
		title: "Afterwards the page says that it is done",
		points: ["B6"],
		requires: ["button-unsubscribes"],
		hints: [
			"Press the button. What does the page say when there is no such reader any more?",
			"The page is rendered again after the action. This time it finds nobody, and that is no error.",
			'if (!reader) return <p role="status">You are not on the list any more.</p>;',
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { http, page: preview, db, expect } = context;
			const { address } = await follow(context, "Edsger");
			const page = await http.get(address);
			const answer = await page
				.form(/unsubscribe/i)
				.submit({}, { button: /unsubscribe/i, followRedirect: true, timeoutMs: 30_000 });
			expect(
				answer,
				"“Unsubscribe” was pressed, and the page that came back does not say “You are not on the list any more.”",
			).toShow("not on the list any more");

			await db.reset();
			await preview.goto(address);
			await preview.getByRole("button", { name: /unsubscribe/i }).click();
			await expect(
				preview,
				"With JavaScript, “Unsubscribe” was pressed, and the open page does not say “You are not on the list any more.” Revalidate it in the action, after the write.",
			).toContainText("not on the list any more");
		},
	},
]);
