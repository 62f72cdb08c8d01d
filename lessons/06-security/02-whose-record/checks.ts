import type { CheckContext, CookieJar, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Ids of the drafts in the seed. */
const ADAS = 1;
const GRACES = 2;
const text = "Written by Ada";

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

/** A visitor who has signed in: the cookies a browser would have. */
async function signIn({ http }: CheckContext, name: string): Promise<CookieJar> {
	const jar = http.newJar();
	const button = `Sign in as ${name}`;
	await (await http.get("/", { jar })).form(button).submit({}, { jar, button });
	return jar;
}

/** Ada on the page of the preview. */
async function openAsAda({ page, expect }: CheckContext): Promise<void> {
	await page.goto("/");
	await page.getByRole("button", { name: "Sign in as Ada" }).click();
	await expect(page, "Ada signed in, and the page does not say that she is Ada.").toContainText(
		"You are Ada",
	);
}

/** A form of the page, as this visitor gets it. */
async function formFor(context: CheckContext, jar: CookieJar, label: string): Promise<HttpForm> {
	const page = await context.http.get("/", { jar });
	context.expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
	return page.form(label);
}

async function draft({ db }: CheckContext, id: number): Promise<Record<string, unknown> | undefined> {
	return (await db.table("draft")).find((row) => row.id === id);
}

/**
 * The request that Ada, or nobody, sends with the id of Grace's draft in it. It is Grace's own form with other cookies:
 * the same bytes as Ada's form with the id changed, whichever way the id travels.
 */
async function sendGracesForm(
	context: CheckContext,
	label: string,
	button: string,
	jar: CookieJar | null,
): Promise<void> {
	const form = await formFor(context, await signIn(context, "Grace"), label);
	await form.submit({ text }, { button, jar, timeoutMs: PATIENCE });
}

export default defineChecks([
	{
		id: "own-draft-can-be-changed",
		title: "People can save and delete their own drafts",
		points: ["F4"],
		hints: [
			"Sign in as Ada, change your draft, and save it.",
			"The owner is a name, and so is visitor.name. What do you compare with what?",
			'await db.draft.update({\n\twhere: { id, owner: visitor.name },\n\tdata: { text: String(formData.get("text")) },\n});',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { page, db, expect } = context;
			const ada = await signIn(context, "Ada");
			const form = await formFor(context, ada, `Draft ${ADAS}`);
			await form.submit({ text }, { button: "Save", jar: ada, timeoutMs: PATIENCE });
			expect((await draft(context, ADAS))?.text, "Ada changed her own draft, and it was not saved.").toBe(
				text,
			);
			const label = `Delete draft ${ADAS}`;
			await (await formFor(context, ada, label)).submit({}, { button: label, jar: ada });
			expect(await draft(context, ADAS), "Ada deleted her own draft, and it is still there.").toBe(undefined);

			await db.reset();
			await openAsAda(context);
			const field = page.getByLabel(`Draft ${ADAS}`, { exact: true });
			await field.fill(text);
			await page.getByRole("button", { name: "Save" }).click();
			// The text that React resets the field to; what was typed stands in it until then.
			await expect
				.poll(
					async () => (await field.textContents()).join(),
					"Ada saved her draft, and the open page went back to the text of before. Revalidate in the action, after the write.",
				)
				.toBe(text);
			await page.getByRole("button", { name: label }).click();
			await expect(
				field,
				"Ada deleted her draft, and it still stands on the open page. Revalidate in the action, after the write.",
			).toHaveCount(0);
		},
	},
	{
		id: "others-cannot-be-saved",
		title: "Nobody else can save it",
		points: ["F4"],
		requires: ["own-draft-can-be-changed"],
		hints: [
			"Where does the id come from, and who could have changed it on the way?",
			"A session says who is calling. Whether the record is theirs is another question, and the answer stands in the record: compare its owner with the visitor.",
			"where: { id, owner: visitor.name }",
		],
		docs: "https://cheatsheetseries.owasp.org/cheatsheets/Insecure_Direct_Object_Reference_Prevention_Cheat_Sheet.html",
		async run(context) {
			const { expect } = context;
			const before = await draft(context, GRACES);
			await sendGracesForm(context, `Draft ${GRACES}`, "Save", await signIn(context, "Ada"));
			expect(
				await draft(context, GRACES),
				"Signed in as Ada, a request with the id of another draft changed Grace's draft. Compare the owner of the draft with the visitor.",
			).toEqual(before);
			await sendGracesForm(context, `Draft ${GRACES}`, "Save", null);
			expect(
				await draft(context, GRACES),
				"A request without any session changed Grace's draft. Ask who is calling.",
			).toEqual(before);
		},
	},
	{
		id: "others-cannot-be-deleted",
		title: "Nobody else can delete it",
		points: ["F4"],
		requires: ["own-draft-can-be-changed"],
		hints: [
			"You have thought of saving. Which other action takes an id?",
			"Each action that takes an id has to ask whose record it is.",
			"await db.draft.delete({ where: { id, owner: visitor.name } });",
		],
		docs: "https://cheatsheetseries.owasp.org/cheatsheets/Insecure_Direct_Object_Reference_Prevention_Cheat_Sheet.html",
		async run(context) {
			const { expect } = context;
			const before = await draft(context, GRACES);
			const label = `Delete draft ${GRACES}`;
			for (const [who, jar] of [
				["Signed in as Ada, a request with the id of another draft", await signIn(context, "Ada")],
				["A request without any session", null],
			] as const) {
				await sendGracesForm(context, label, label, jar);
				expect(
					await draft(context, GRACES),
					`${who} deleted Grace's draft. Compare the owner of the draft with the visitor.`,
				).toEqual(before);
			}
		},
	},
	{
		id: "owner-is-the-caller",
		title: "A new draft belongs to whoever sent it",
		points: ["F4"],
		hints: [
			"Look at the form for new drafts: what does it send besides the text?",
			"A hidden field is a suggestion by the sender. Who is calling, the session knows.",
			'const visitor = await requireVisitor();\nawait db.draft.create({ data: { owner: visitor.name, text: String(formData.get("text")) } });',
		],
		docs: "https://nextjs.org/docs/app/guides/authentication",
		async run(context) {
			const { page, db, expect } = context;
			const ada = await signIn(context, "Ada");
			const form = await formFor(context, ada, "New draft");
			await form.submit({ text, owner: "Grace" }, { button: "Add", jar: ada });
			const rows = (await db.table("draft")).filter((row) => row.text === text);
			expect(rows, "Ada added a draft, and it was not stored.").toHaveLength(1);
			expect(
				rows[0]?.owner,
				"Ada's request said that its owner was Grace, and the draft was stored in the name of Grace. Take the owner from the session.",
			).toBe("Ada");

			await db.reset();
			await openAsAda(context);
			await page.getByLabel("New draft").fill(text);
			await page.getByRole("button", { name: "Add" }).click();
			await expect(
				page.getByRole("listitem"),
				"Ada added a second draft, and the open page does not show it. Revalidate in the action, after the write.",
			).toHaveCount(2);
		},
	},
]);
