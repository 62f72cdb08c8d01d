import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const good = { title: "Kindred", why: "It is short, and nobody forgets how it begins." };
const known = {
	title: "Middlemarch",
	why: "I have read it twice, and I should like to talk about the ending.",
};

type Exchange = ReturnType<CheckContext["exchanges"]["all"]>[number];

/** The next call of an action, from the page that is open. */
function nextCall({ exchanges }: CheckContext): Promise<Exchange> {
	const before = exchanges.all().at(-1)?.seq ?? -1;
	return exchanges.waitFor(
		"the action being called",
		(exchange) => exchange.method === "POST" && exchange.seq > before,
		{ timeoutMs: 20_000 },
	);
}

/** Fills in the form on the open page and sends it. */
async function suggest(context: CheckContext, { title, why }: typeof good): Promise<Exchange> {
	const { page } = context;
	await page.getByLabel("Title").fill(title);
	await page.getByLabel("Why this one?").fill(why);
	const called = nextCall(context);
	await page.getByRole("button", { name: "Suggest" }).click();
	return called;
}

async function vote(context: CheckContext, title: string): Promise<Exchange> {
	const called = nextCall(context);
	await context.page.getByRole("button", { name: `Vote for ${title}` }).click();
	return called;
}

async function expectAnAlert({ page, expect }: CheckContext, message: string): Promise<void> {
	await expect
		.poll(async () => (await page.getByRole("alert").textContents()).join("").trim(), message)
		.toBeTruthy();
}

export default defineChecks([
	{
		id: "good-suggestion-is-taken",
		title: "A good suggestion is stored, and its page opens",
		points: ["H5", "E4"],
		hints: [
			"Suggest a good book, and read what the form says.",
			"redirect works by throwing. A catch around it catches it like any other error.",
			'// behind the last catch, or with no catch at all\nredirect("/books/" + book.id);',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/redirect",
		async run(context) {
			const { page, db, expect } = context;
			await page.goto("/");
			const sent = await suggest(context, good);
			expect(sent.status, "A good suggestion was answered with an error. The server log says why.").toBe(200);
			const stored = (await db.table("post")).at(-1);
			expect([stored?.title, stored?.body], "A good suggestion was not stored as it was typed.").toEqual([
				good.title,
				good.why,
			]);
			expect(stored?.author, "A good suggestion was stored, and not in the name of the reader, Ada.").toBe(
				"Ada",
			);
			await expect(
				page,
				"A good suggestion was stored, and the browser did not go to the page of the book. Something swallowed the redirect.",
			).toHaveURL(`/books/${stored?.id}`, { timeoutMs: 15_000 });
		},
	},
	{
		id: "refusal-is-answered",
		title: "A book that is on the list already is answered, with the reason",
		points: ["H5", "D4"],
		hints: [
			"Suggest Middlemarch. Whose problem is that, the reader's or yours?",
			"What the person at the form can mend is an answer: return it, and let `useActionState` hand it to the form. A thrown error takes the form away, and in production its message too.",
			'const refuse = (error: string) => ({ title, why, error });\nif (why.length < 20) return refuse("Say a little more, please.");\n// in the form\nconst [state, formAction] = useActionState(suggest, empty);',
		],
		docs: "https://nextjs.org/docs/app/getting-started/error-handling",
		async run(context) {
			const { page, db, expect } = context;
			for (const [what, values] of [
				["A book that is on the list already", known],
				["A reason of three letters", { ...good, why: "Bah" }],
			] as const) {
				await page.goto("/");
				const sent = await suggest(context, values);
				expect(
					sent.status,
					`${what} was answered with status ${sent.status}: the action threw. Return what the reader can mend.`,
				).toBe(200);
				await expectAnAlert(
					context,
					`${what} was refused, and the page does not say why in an element with role="alert".`,
				);
				expect(await db.table("post"), `${what} was stored.`).toHaveLength(2);
			}
		},
	},
	{
		id: "nothing-typed-is-lost",
		title: "After a refusal the form has what was typed",
		points: ["H5", "D2"],
		requires: ["refusal-is-answered"],
		hints: [
			"Type a long reason for Middlemarch, and look at the field afterwards.",
			"When a form's action is done, React puts its fields back to their default values. Return what was typed and make it the default.",
			'<textarea id="why" name="why" defaultValue={state.why} required />',
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await suggest(context, known);
			await expectAnAlert(context, "The refusal is not said.");
			await expect(
				page.getByLabel("Why this one?"),
				"The suggestion was refused, and the reason that somebody had typed is gone.",
			).toHaveValue(known.why);
			await expect(
				page.getByLabel("Title"),
				"The suggestion was refused, and the title that somebody had typed is gone.",
			).toHaveValue(known.title);
		},
	},
	{
		id: "refused-vote-is-said",
		title: "A vote too many is refused with a word",
		points: ["H5", "D5"],
		hints: [
			"Vote three times, with the browser's console open.",
			"An error thrown in an action that a click handler called reaches no error page, and no one. Return it, and show it beside the button.",
			'if ((await db.like.count({ where: { by } })) >= VOTES) return { error: "You have given both of your votes." };\n// in the button\nconst result = await vote(id);\nsetError(result.error);',
		],
		docs: "https://react.dev/reference/react/useTransition#displaying-an-error-to-users-with-error-boundary",
		async run(context) {
			const { page, db, expect } = context;
			await page.goto("/");
			for (const [index, title] of ["Middlemarch", "The Left Hand of Darkness"].entries()) {
				const sent = await vote(context, title);
				expect(sent.status, "A vote that the reader had was answered with an error.").toBe(200);
				await expect
					.poll(() => db.table("like"), "A vote that the reader had was not counted.")
					.toHaveLength(index + 1);
				await expect(
					page.getByRole("listitem").filter({ hasText: title }),
					"A vote was counted, and the open page does not show it.",
				).toContainText(/Votes:\s*1/);
			}
			const sent = await vote(context, "Middlemarch");
			expect(
				sent.status,
				`A third vote was answered with status ${sent.status}: the action threw, and the page of the reader shows nothing.`,
			).toBe(200);
			await expectAnAlert(
				context,
				'A third vote was refused, and the page does not say why in an element with role="alert".',
			);
			expect(await db.table("like"), "A third vote was counted.").toHaveLength(2);
		},
	},
]);
