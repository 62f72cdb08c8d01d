import type { CheckContext, CookieJar, HttpForm, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;
const button = "Send me a link";

/** A mailbox that no earlier check has used: what an app remembers in memory outlives the data. */
function newMailbox(): string {
	return `ada-${Math.random().toString(36).slice(2, 10)}@example.com`;
}

async function openForm({ http, expect }: CheckContext, jar?: CookieJar): Promise<HttpForm> {
	const page = await http.get("/", { jar });
	expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
	return page.form("E-mail");
}

function send(form: HttpForm, email: string, jar?: CookieJar): Promise<HttpResponse> {
	return form.submit({ email }, { button, jar, followRedirect: true, timeoutMs: PATIENCE });
}

/** How many mails went to this mailbox. */
async function mailsFor({ db }: CheckContext, email: string): Promise<number> {
	const rows = await db.table("message");
	return rows.filter(({ name }) => String(name).toLowerCase() === email).length;
}

const onItsWay = /on its way/i;

export default defineChecks([
	{
		id: "one-form-one-mail",
		title: "Whoever asks for a link gets a mail",
		points: ["F12"],
		hints: [
			"Type an address and press the button. Does the outbox have a mail?",
			"The first time a key is seen, the mail goes out: `firstTime` says true.",
			'if (!(await firstTime(String(formData.get("key"))))) return SENT;\nawait sendMail(email, "Here is your link.");',
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { expect } = context;
			const email = newMailbox();
			const answer = await send(await openForm(context), email);
			expect(answer, "The answer does not say that a mail is on its way.").toShow(onItsWay);
			expect(await mailsFor(context, email), "The form was sent once. It should be one mail.").toBe(1);
		},
	},
	{
		id: "same-form-twice",
		title: "The same form sent twice is one mail",
		points: ["F12"],
		requires: ["one-form-one-mail"],
		hints: [
			"How could the server know that the second request is the first one again?",
			"Render a random key into the form and let the server note each key before it sends. A disabled button does not reach the server.",
			'// app/link-form.tsx\n<input type="hidden" name="key" value={requestKey} />\n// app/actions.ts, before anything else\nif (!(await firstTime(String(formData.get("key"))))) return SENT;',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Glossary/Idempotent",
		async run(context) {
			const { expect } = context;
			const email = newMailbox();
			const form = await openForm(context);
			await send(form, email);
			const second = await send(form, email);
			expect(
				await mailsFor(context, email),
				"The very same form was sent twice, one after the other, and there were two mails.",
			).toBe(1);
			expect(
				second,
				"The second answer should be like the first one: somebody may never have seen that.",
			).toShow(onItsWay);

			const other = newMailbox();
			const otherForm = await openForm(context);
			await Promise.all([send(otherForm, other), send(otherForm, other)]);
			expect(
				await mailsFor(context, other),
				"The very same form was sent twice at the same moment, and there were two mails. Note the key before the mail goes out.",
			).toBe(1);
		},
	},
	{
		id: "asking-again-works",
		title: "A new wish is a new mail",
		points: ["F12"],
		requires: ["one-form-one-mail"],
		hints: [
			"Ask for a link, wait for the answer, and ask for another without reloading.",
			"The key belongs to one rendering of the form. The page has to be rendered again after the action, so that the next wish gets its own.",
			'await sendMail(email, "Here is your link.");\nrevalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, expect } = context;
			const email = newMailbox();
			await page.goto("/");
			for (const [turn, message] of [
				[1, "A link was asked for in the browser, and no mail went out."],
				[
					2,
					"A link was asked for, the answer came, and the same person asked again. There was no second mail: the form still has the old key.",
				],
			] as const) {
				await page.getByLabel("E-mail").fill(email);
				await page.getByRole("button", { name: button }).click();
				await expect(
					page.getByText(onItsWay),
					"The page does not say that a mail is on its way.",
				).toBeVisible({
					timeoutMs: 15_000,
				});
				await expect.poll(() => mailsFor(context, email), message, { timeoutMs: 10_000 }).toBe(turn);
			}
		},
	},
	{
		id: "not-too-often",
		title: "After three mails in an hour a mailbox gets no more",
		points: ["F12"],
		requires: ["one-form-one-mail"],
		hints: [
			"What do you count, and what could somebody change to be counted anew?",
			"Count the mails by what you protect, the mailbox, in one spelling. Return the refusal as an answer.",
			"const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);\nif ((await mailsTo(email, anHourAgo)) >= 3) return TOO_MANY;",
		],
		docs: "https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html",
		async run(context) {
			const { http, expect } = context;
			const email = newMailbox();
			/** Each wish from another visitor, with a form of their own. */
			const ask = async (address: string) => {
				const jar = http.newJar();
				return send(await openForm(context, jar), address, jar);
			};
			for (let turn = 0; turn < 3; turn++) await ask(email);
			expect(
				await mailsFor(context, email),
				"A mailbox was asked for three times in an hour, with three forms. It should have three mails.",
			).toBe(3);
			const refused = await ask(email);
			expect(
				await mailsFor(context, email),
				"A fourth link to the same mailbox was asked for, by other visitors than before, and it was sent.",
			).toBe(3);
			expect(
				refused,
				"The fourth wish was answered with an error: the action threw. Too many is no surprise, return it.",
			).toHaveStatus(200);
			expect(refused, "The fourth answer does not say that it is too many.").toShow(/too many/i);
			await ask(email.toUpperCase());
			expect(
				await mailsFor(context, email),
				"The same mailbox, written in capital letters, got a fourth mail.",
			).toBe(3);
			const other = newMailbox();
			await ask(other);
			expect(await mailsFor(context, other), "Another mailbox should have its mail.").toBe(1);
		},
	},
	{
		id: "limit-passes",
		title: "An hour later it may have mails again",
		points: ["F12"],
		requires: ["one-form-one-mail"],
		hints: [
			"From when on do mails count?",
			"`mailsTo` takes a moment: only what was sent since then counts.",
			"const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);",
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date",
		async run(context) {
			const { db, expect } = context;
			const email = newMailbox();
			const createdAt = new Date(Date.now() - 2 * 60 * 60 * 1000).toISOString();
			const message = [1, 2, 3].map((id) => ({ id, createdAt, name: email, text: "Here is your link." }));
			await db.replace({ ...(await db.read()), message });
			await send(await openForm(context), email);
			expect(
				await mailsFor(context, email),
				"A mailbox had three mails two hours ago, and was refused another.",
			).toBe(4);
		},
	},
]);
