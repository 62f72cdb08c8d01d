import type { CheckContext, HttpForm, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const good = { name: "Ada Lovelace", email: "ada@example.com", bio: "I read on trains." };

/** Input that breaks one rule each. */
const bad = [
	{ what: "the address ada@home", values: { ...good, email: "ada@home" } },
	{ what: "a name of one letter", values: { ...good, name: " A " } },
	{ what: "a text of 161 characters", values: { ...good, bio: "x".repeat(161) } },
];

const liveRegions =
	'[role="alert"], [role="status"], [role="log"], [aria-live="polite"], [aria-live="assertive"], output';

async function openForm({ http, expect }: CheckContext): Promise<HttpForm> {
	const page = await http.get("/");
	expect(
		page,
		"The page itself answered with an error. The server log and the preview say which file and line.",
	).toHaveStatus(200);
	return page.form("Join");
}

async function send(context: CheckContext, values: Record<string, string>): Promise<HttpResponse> {
	return (await openForm(context)).submit(values, { button: "Join", followRedirect: true });
}

/** The control that belongs to a label, in a document. */
function control(document: Document, label: string): Element | null {
	for (const candidate of document.querySelectorAll("label")) {
		if (!candidate.textContent?.trim().startsWith(label)) continue;
		const id = candidate.getAttribute("for");
		return id ? document.getElementById(id) : candidate.querySelector("input, textarea");
	}
	return null;
}

/** The text that describes a control to assistive technology. */
function description(document: Document, element: Element): string {
	const ids = `${element.getAttribute("aria-describedby") ?? ""} ${element.getAttribute("aria-errormessage") ?? ""}`;
	return ids
		.split(/\s+/)
		.filter((id) => id !== "")
		.map((id) => document.getElementById(id)?.textContent?.trim() ?? "")
		.join(" ")
		.trim();
}

async function fillAndJoin({ page }: CheckContext, values: typeof good): Promise<void> {
	await page.getByLabel("Name").fill(values.name);
	await page.getByLabel("Email").fill(values.email);
	await page.getByLabel("About you").fill(values.bio);
	await page.getByRole("button", { name: "Join" }).click();
}

export default defineChecks([
	{
		id: "stores-good-input",
		title: "A good submission is stored",
		points: ["D1", "C6"],
		hints: [
			"Send a correct form and look at the server log.",
			"With `useActionState` the action is called with two arguments: the previous state first, the form data second.",
			"export async function join(previous: JoinState, formData: FormData): Promise<JoinState> { … }",
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run(context) {
			const { db, expect } = context;
			const before = (await db.table("user")).length;
			expect(
				await send(context, good),
				"A correct form was answered with an error: the action threw. Read the server log. (An action used with useActionState gets the previous state as its first argument, the form data as its second.)",
			).toHaveStatus(200);
			const rows = await db.table("user");
			expect(rows, "A correct form should add exactly one row to the table user.").toHaveLength(before + 1);
			expect(rows.at(-1)?.email, "The stored row does not have the email that was typed.").toBe(good.email);
			expect(rows.at(-1)?.bio, "The stored row does not have, under bio, what was typed in About you.").toBe(
				good.bio,
			);
		},
	},
	{
		id: "refuses-bad-input",
		title: "Bad input is refused by the server",
		points: ["D1"],
		requires: ["stores-good-input"],
		hints: [
			"Whom does the action trust?",
			"Describe good input with a schema and let the action look at the result before it writes. `safeParse` does not throw: it tells you whether the input was good.",
			'const parsed = memberSchema.safeParse(values);\nif (!parsed.success) {\n\treturn { values, errors: z.flattenError(parsed.error).fieldErrors, message: "" };\n}',
		],
		docs: "https://zod.dev/basics",
		async run(context) {
			const { db, expect } = context;
			const before = (await db.table("user")).length;
			for (const { what, values } of bad) {
				const answer = await send(context, values);
				expect(
					await db.table("user"),
					`A form with ${what} was stored. It was sent straight to the server, as anybody can: the action has to check.`,
				).toHaveLength(before);
				expect(
					answer,
					`A form with ${what} was answered with an error page. Bad input is nothing unexpected: return the errors instead of throwing (safeParse, not parse).`,
				).toHaveStatus(200);
			}
		},
	},
	{
		id: "stores-what-was-validated",
		title: "What is stored is what the schema returned",
		points: ["D1"],
		requires: ["refuses-bad-input"],
		hints: [
			"Look at the stored row, character by character and column by column.",
			"`safeParse` returns the cleaned values as data: trimmed, and with the fields of the schema only.",
			"await db.user.create({ data: parsed.data });",
		],
		docs: "https://zod.dev/basics",
		async run(context) {
			const { db, expect } = context;
			await send(context, { ...good, name: "  Ada Lovelace " });
			expect(
				(await db.table("user")).at(-1)?.name,
				"The name was stored with the space around it. Trim it in the schema, and store what the schema returned instead of what came in.",
			).toBe(good.name);

			await send(context, { ...good, role: "admin" });
			const withRole = (await db.table("user")).filter((row) => "role" in row);
			expect(
				withRole,
				"The request had a field called role, which the form does not have, and it was stored. Store what the schema returned instead of the whole form data.",
			).toHaveLength(0);
		},
	},
	{
		id: "errors-at-their-fields",
		title: "Each error stands at its field",
		points: ["D2", "C6"],
		requires: ["refuses-bad-input"],
		hints: [
			"Focus the wrong field with a screen reader in mind: what tells it that something is wrong, and what?",
			"A wrong field has `aria-invalid`, and `aria-describedby` with the id of the element that holds its error.",
			'<input … aria-invalid={Boolean(errors.email)} aria-describedby="email-error" />\n<p id="email-error" className="error">{errors.email?.[0]}</p>',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/Accessibility/ARIA/Reference/Attributes/aria-invalid",
		async run(context) {
			const { expect, fail } = context;
			const { document } = await send(context, { name: "A", email: "ada@home", bio: good.bio });
			for (const label of ["Name", "Email", "About you"]) {
				const element = control(document, label);
				if (!element) return fail(`After the submission there is no field labelled ${label} on the page.`);
				const invalid = element.getAttribute("aria-invalid") === "true";
				if (label === "About you") {
					expect(invalid, "About you was filled in correctly, yet it is marked as wrong.").toBe(false);
					continue;
				}
				expect(
					invalid,
					`${label} was wrong, but after the submission the field is not marked: give it aria-invalid when there is an error for it.`,
				).toBe(true);
				expect(
					description(document, element),
					`${label} was wrong and is marked, but nothing at it says why: let aria-describedby name the element that holds its error.`,
				).toBeTruthy();
			}
		},
	},
	{
		id: "errors-go-away",
		title: "The errors are gone once the input is good",
		points: ["D2", "C6"],
		requires: ["errors-at-their-fields"],
		hints: [
			"What does the action return when everything went well?",
			"The returned state replaces the one before. Do not spread the old one into it, or its errors live on.",
			'return { values: { name: "", email: "", bio: "" }, errors: {}, message: "You are in." };',
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run(context) {
			const { page, db, expect } = context;
			const before = (await db.table("user")).length;
			const marked = page.locator('[aria-invalid="true"]');
			await page.goto("/");
			await fillAndJoin(context, { ...good, email: "ada@home" });
			await expect
				.poll(() => marked.count(), "After a wrong address no field of the open page is marked as wrong.")
				.toBeGreaterThan(0);
			await fillAndJoin(context, good);
			await expect
				.poll(
					async () => (await db.table("user")).length,
					"The corrected form, sent from the same page, was not stored.",
				)
				.toBe(before + 1);
			await expect(
				marked,
				"The corrected form was stored, but a field is still marked as wrong. After success return a state without errors.",
			).toHaveCount(0);
			await expect(
				page.getByRole("listitem").filter({ hasText: good.bio }),
				`The corrected form was stored, but the list of members on the open page does not show “${good.bio}”. Revalidate the page in the action, after the write.`,
			).toBeVisible();
		},
	},
	{
		id: "errors-are-announced",
		title: "Errors are announced",
		points: ["D2"],
		requires: ["refuses-bad-input"],
		hints: [
			"Close your eyes and press Join. How would you know?",
			'Text that appears is read out when it appears in a live region: role="alert", or `aria-live`.',
			'<p id={id} className="error" role="alert">{errors?.[0]}</p>',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/Accessibility/ARIA/Reference/Roles/alert_role",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			const regions = page.locator(liveRegions);
			const before = new Set(await regions.textContents());
			await fillAndJoin(context, { name: "A", email: "ada@home", bio: "" });
			await expect
				.poll(
					async () =>
						(await regions.textContents())
							.filter((text) => text.trim() !== "" && !before.has(text))
							.join(" "),
					'The form was refused, but no new text appeared in a live region, so a screen reader stays silent. Put the errors, or a sentence about them, into an element with role="alert" or aria-live.',
				)
				.toBeTruthy();
		},
	},
	{
		id: "keeps-what-was-typed",
		title: "What was typed is still there",
		points: ["D2", "C6"],
		requires: ["refuses-bad-input"],
		hints: [
			"Write three lines about yourself, get the address wrong, press Join. What is left of your three lines?",
			"When its action is done, React resets the form to the default values. Return the typed values with the errors and make them the default values.",
			'// in the action\nreturn { values, errors: …, message: "" };\n// in the form\n<textarea … defaultValue={state.values.bio} />',
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { page, expect } = context;
			const typed = { ...good, email: "ada@home" };
			const { fields } = (await send(context, typed)).form("Join");
			for (const name of ["name", "email", "bio"] as const) {
				expect(
					fields[name],
					`Without JavaScript, the field ${name} came back without what was typed: it has to be typed again. Return the values with the errors and use them as defaultValue.`,
				).toBe(typed[name]);
			}

			await page.goto("/");
			await fillAndJoin(context, typed);
			await expect
				.poll(
					() => page.locator(`[aria-invalid="true"], :is(${liveRegions}):not(:empty)`).count(),
					"The form was refused, but the open page shows no error.",
				)
				.toBeGreaterThan(0);
			for (const [label, name] of [
				["Name", "name"],
				["Email", "email"],
				["About you", "bio"],
			] as const) {
				await expect(
					page.getByLabel(label),
					`After the errors came back, ${label} has lost what was typed: it has to be typed again. React resets the form to its default values; make the typed values the default values.`,
				).toHaveValue(typed[name]);
			}
		},
	},
]);
