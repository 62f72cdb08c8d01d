import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const known = "grace@example.com";
const fresh = "ada@example.com";

type Exchange = ReturnType<CheckContext["exchanges"]["all"]>[number];

const isActionCall = (exchange: Exchange) =>
	exchange.method === "POST" &&
	exchange.requestHeaders.some(([name]) => name.toLowerCase() === "next-action");

/** Subscribes on the open page; gives the exchange in which the action was called. */
async function subscribe({ page, exchanges }: CheckContext, email: string): Promise<Exchange> {
	const before = exchanges.all().at(-1)?.seq ?? -1;
	await page.getByLabel("Email").fill(email);
	await page.getByRole("button", { name: "Subscribe" }).click();
	return exchanges.waitFor(
		"the form being sent",
		(exchange) => isActionCall(exchange) && exchange.seq > before,
		{ timeoutMs: 20_000 },
	);
}

/** What the page says in its alert, once it says something. */
async function waitForAlert({ page, expect }: CheckContext, message: string): Promise<void> {
	await expect
		.poll(async () => (await page.getByRole("alert").textContents()).join("").trim(), message)
		.toBeTruthy();
}

export default defineChecks([
	{
		id: "new-address-is-stored",
		title: "A new address is stored",
		points: ["D4"],
		hints: [
			"Subscribe with an address of your own and read the server log.",
			"An action used with `useActionState` is called with the previous state first, the form data second.",
			"export async function subscribe(_previous: SubscribeState, formData: FormData): Promise<SubscribeState> { … }",
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run(context) {
			const { page, db, expect } = context;
			const before = (await db.table("user")).length;
			await page.goto("/");
			const sent = await subscribe(context, fresh);
			expect(
				sent.status,
				"A new address was answered with an error: the action threw. Read the server log. (With useActionState the previous state comes first, the form data second.)",
			).toBe(200);
			const rows = await db.table("user");
			expect(rows, "A new address should add exactly one row to the table user.").toHaveLength(before + 1);
			expect(rows.at(-1)?.email, "The stored row does not have the address that was typed.").toBe(fresh);
			await expect(
				page,
				`A new address was stored, which makes ${rows.length} readers, and the open page does not count the new one. Revalidate the page in the action, after the write.`,
			).toContainText(`${rows.length} people read it`);
		},
	},
	{
		id: "known-address-is-answered",
		title: "An address that is on the list is answered, not thrown",
		points: ["D4", "H5"],
		requires: ["new-address-is-stored"],
		hints: [
			"Who can do something about it: the person at the form, or you?",
			"What you expect to happen is a result like any other. Return an object that says what is wrong, and let `useActionState` hand it to the form.",
			`if (await db.user.findUnique({ where: { email } })) {\n\treturn { email, error: \`\${email} gets the letter already.\`, thanks: "" };\n}`,
		],
		docs: "https://nextjs.org/docs/app/getting-started/error-handling",
		async run(context) {
			const { page, db, expect } = context;
			const before = (await db.table("user")).length;
			await page.goto("/");
			const sent = await subscribe(context, known);
			expect(
				await db.table("user"),
				"An address that is on the list was stored once more. Return before the write.",
			).toHaveLength(before);
			expect(
				sent.status,
				"An address that is on the list was answered with status 500: the action threw. That somebody subscribes twice is to be expected: return an object that says so.",
			).toBe(200);
			await waitForAlert(
				context,
				'The address was refused, but the form does not say why in its element with role="alert".',
			);
		},
	},
	{
		id: "second-try",
		title: "After that, another address can be sent from the same form",
		points: ["D4", "H5"],
		requires: ["known-address-is-answered"],
		hints: [
			"What is left on the page after an error?",
			"The error belongs beside the form, not in its place.",
			'<p className="error" role="alert">\n\t{state.error}\n</p>\n// … and below it the field and the button, as before',
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run(context) {
			const { page, db, expect } = context;
			await page.goto("/");
			await subscribe(context, known);
			await waitForAlert(context, "The refused address was not answered on the page.");
			expect(
				await page.getByLabel("Email").count(),
				"The address was refused with a message, and the form is gone. Leave it on the page, so that somebody can try another one.",
			).toBe(1);
			await subscribe(context, fresh);
			expect(
				(await db.table("user")).at(-1)?.email,
				"The second address, sent from the same page, was not stored.",
			).toBe(fresh);
		},
	},
	{
		id: "outage-is-thrown",
		title: "An outage of the mail service is thrown, and stands in the server log",
		points: ["D4"],
		requires: ["new-address-is-stored"],
		hints: [
			"Break the mail service and subscribe. Who learns of it?",
			"What nobody expected is not an answer for the visitor. Let it pass: it reaches the server log, where you see it, and the error boundary, which says sorry. Catch only what you know.",
			"await sendWelcome(email); // outside of any try, or:\n// catch (error) { if (error instanceof Refused) return …; throw error; }",
		],
		docs: "https://nextjs.org/docs/app/getting-started/error-handling",
		async run(context) {
			const { page, db, log, expect } = context;
			const data = await db.read();
			const outage = { id: 1, createdAt: "2026-02-03T09:00:00.000Z", title: "mail", solved: false };
			await db.replace({ ...data, problem: [outage] });
			await page.goto("/");
			const sent = await subscribe(context, fresh);
			expect(
				await db.table("user"),
				"The welcome mail could not be sent, and the address was stored all the same.",
			).toHaveLength(data.user?.length ?? 0);
			expect(
				sent.status,
				"The mail service was down, and the action returned something as if the visitor could mend it. Let errors you did not expect be thrown: nobody will look for them otherwise.",
			).toBe(500);
			await log.waitFor(/ECONNREFUSED/, { timeoutMs: 10_000 });
		},
	},
]);
