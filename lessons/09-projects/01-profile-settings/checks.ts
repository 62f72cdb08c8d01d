import type { CheckContext, HttpForm, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const good = { name: "Ada King", email: "ada.king@example.com", bio: "I read on ships." };
const ada = { name: "Ada", email: "ada@example.com", bio: "I read on trains." };

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

async function openForm({ http, expect }: CheckContext): Promise<HttpForm> {
	const page = await http.get("/");
	expect(page, "The page itself answered with an error. The server log says why.").toHaveStatus(200);
	return page.form("Save");
}

/** Sends the form as a browser without JavaScript does, and goes where it is sent. */
async function save(context: CheckContext, values: Record<string, string>): Promise<HttpResponse> {
	const form = await openForm(context);
	return form.submit(values, { button: "Save", followRedirect: true, timeoutMs: PATIENCE });
}

async function user({ db }: CheckContext, id: number): Promise<Record<string, unknown>> {
	return (await db.table("user")).find((row) => row.id === id) ?? {};
}

const settingsOf = ({ name, email, bio }: Record<string, unknown>) => ({ name, email, bio });

/** The control that belongs to a label, in a document. */
function control(document: Document, label: string): Element | null {
	for (const candidate of document.querySelectorAll("label")) {
		if (!candidate.textContent?.trim().startsWith(label)) continue;
		const id = candidate.getAttribute("for");
		return id ? document.getElementById(id) : candidate.querySelector("input, textarea");
	}
	return null;
}

/** What a document says of a field: whether it is marked as wrong, and the text that belongs to it. */
function verdictOn(document: Document, label: string): { wrong: boolean; says: string } {
	const element = control(document, label);
	const ids = `${element?.getAttribute("aria-describedby") ?? ""} ${element?.getAttribute("aria-errormessage") ?? ""}`;
	const texts = ids.split(/\s+/).map((id) => (id ? document.getElementById(id)?.textContent : ""));
	return { wrong: element?.getAttribute("aria-invalid") === "true", says: texts.join(" ").trim() };
}

function expectAtField({ expect }: CheckContext, answer: HttpResponse, label: string, what: string): void {
	const { wrong, says } = verdictOn(answer.document, label);
	expect(wrong, `${what}, and the field ${label} is not marked with aria-invalid.`).toBe(true);
	expect(
		says,
		`${what}, and no text belongs to the field ${label}. Name the element that says it in aria-describedby.`,
	).toBeTruthy();
}

export default defineChecks([
	{
		id: "starts-filled-in",
		title: "The form begins with what is stored",
		points: ["I1"],
		hints: [
			"Open the page. What does Ada see in the fields?",
			"The page, a Server Component, knows the user. Give the form what it needs as props, and use it as the fields' default values.",
			"<SettingsForm stored={{ name: user.name, email: user.email, bio: user.bio }} />\n// in the form\n<input … defaultValue={values.name} />",
		],
		docs: "https://react.dev/reference/react-dom/components/input",
		async run(context) {
			const { name, email, bio } = (await openForm(context)).fields;
			context
				.expect({ name, email, bio }, "The fields do not begin with what is stored for Ada.")
				.toEqual(ada);
		},
	},
	{
		id: "saves-and-says-so",
		title: "Good settings are saved, and the page says so",
		points: ["I1", "C6"],
		hints: [
			"Change the name and press Save. What is stored?",
			"`useActionState` gives the form a state that the action returns. The action gets the previous state first, the form data second; it works with JavaScript off when `formAction` goes straight to the form.",
			'const [state, formAction, pending] = useActionState(saveSettings, { values: stored, errors: {}, message: "" });\n// …\n<form action={formAction} … >\n\t<p role="status">{state.message}</p>',
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run(context) {
			const { expect } = context;
			const answer = await save(context, { ...good, name: `  ${good.name} ` });
			expect(answer, "Good settings were answered with an error. The server log says why.").toHaveStatus(200);
			expect(
				settingsOf(await user(context, 1)),
				"Good settings were sent, the name with space around it, and Ada's row is not what it should be.",
			).toEqual(good);
			const says = [...answer.document.querySelectorAll('[role="status"], output')].map(
				(element) => element.textContent,
			);
			expect(
				says.join("").trim(),
				'Good settings were saved, and no element with role="status" says so.',
			).toBeTruthy();
			for (const label of ["Name", "Email", "About you"]) {
				expect(
					verdictOn(answer.document, label).wrong,
					`Good settings were saved, and the field ${label} is marked as wrong.`,
				).toBe(false);
			}
		},
	},
	{
		id: "errors-at-their-fields",
		title: "Everything that is wrong is said at once, each at its field",
		points: ["I1", "D2"],
		requires: ["saves-and-says-so"],
		hints: [
			"Send a name of one letter together with the address ada@home.",
			"`safeParse` gives all problems together; `z.flattenError` sorts them by field. A wrong field has `aria-invalid`, and `aria-describedby` with the id of its error.",
			'const parsed = settingsSchema.safeParse(values);\nif (!parsed.success) {\n\treturn { values, errors: z.flattenError(parsed.error).fieldErrors, message: "" };\n}',
		],
		docs: "https://zod.dev/error-formatting",
		async run(context) {
			const { expect } = context;
			const answer = await save(context, { name: " A ", email: "ada@home", bio: good.bio });
			expect(
				answer,
				"Wrong settings were answered with an error page. Return what is wrong instead of throwing.",
			).toHaveStatus(200);
			expectAtField(context, answer, "Name", "At once two fields were wrong, the name with one letter");
			expectAtField(context, answer, "Email", "At once two fields were wrong, the address ada@home");
			expect(
				verdictOn(answer.document, "About you").wrong,
				"About you was right, and it is marked as wrong.",
			).toBe(false);
			const long = await save(context, { ...good, bio: "x".repeat(161) });
			expectAtField(context, long, "About you", "161 characters were sent");
			expect(settingsOf(await user(context, 1)), "Wrong settings were stored.").toEqual(ada);
		},
	},
	{
		id: "addresses-are-unique",
		title: "An address that somebody else has is refused, your own is not",
		points: ["I1", "D1"],
		requires: ["errors-at-their-fields"],
		hints: [
			"Try grace@example.com. Then change your name only.",
			"Some rules need the database. Look the address up after the schema has said yes, and compare ids: the row you find may be your own.",
			"const other = await db.user.findUnique({ where: { email: parsed.data.email } });\nif (other && other.id !== user.id) return { … };",
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			const { expect } = context;
			const answer = await save(context, { ...good, email: "grace@example.com" });
			expect((await user(context, 1)).email, "Ada was given Grace's address.").toBe(ada.email);
			expectAtField(context, answer, "Email", "Grace's address was refused");
			await save(context, { ...ada, name: good.name });
			expect(
				(await user(context, 1)).name,
				"Ada kept her own address and changed her name, and it was not saved.",
			).toBe(good.name);
		},
	},
	{
		id: "refusal-keeps-what-was-typed",
		title: "After a refusal nobody types twice",
		points: ["I1", "D2"],
		requires: ["errors-at-their-fields"],
		hints: [
			"Write a long text about yourself, and a wrong address.",
			"Send back what was typed with the errors, as it was, and make it the default of the fields.",
			'return { values, errors: …, message: "" };\n// …\n<textarea … defaultValue={state.values.bio} />',
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { page, expect } = context;
			const typed = { ...good, email: "ada@home" };
			const answer = await save(context, typed);
			const { name, email, bio } = answer.form("Save").fields;
			expect({ name, email, bio }, "The settings were refused, and the fields are not as typed.").toEqual(
				typed,
			);
			await page.goto("/");
			await page.getByLabel("About you").fill(good.bio);
			await page.getByLabel("Email").fill("ada@home");
			await page.getByRole("button", { name: "Save" }).click();
			await expect(
				page.getByLabel("Email"),
				"With JavaScript, a wrong address was sent, and the field is not marked.",
			).toHaveAttribute("aria-invalid", "true", { timeoutMs: 15_000 });
			await expect(
				page.getByLabel("About you"),
				"With JavaScript, a wrong address was sent, and the text about oneself is not as typed.",
			).toHaveValue(good.bio);
		},
	},
	{
		id: "saved-in-place",
		title: "With JavaScript the page stays, and shows the new settings",
		points: ["I1", "E1"],
		requires: ["saves-and-says-so"],
		hints: [
			"Save a new name. Look at the field, and at the line above the form.",
			"When the action is done the fields show their default values, and the page shows what it was rendered with. Both have to learn what was saved.",
			'revalidatePath("/");\nreturn { values: parsed.data, errors: {}, message: "Saved." };',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/");
			await page.markDocument();
			await page.getByLabel("Name").fill(good.name);
			await page.getByRole("button", { name: "Save" }).click();
			await exchanges.waitFor("the form being sent", ({ method }) => method === "POST", {
				timeoutMs: 15_000,
			});
			await expect(
				page.getByTestId("who"),
				"A new name was saved, and the line above the form still has the old one.",
			).toHaveText(good.name);
			await expect(
				page.getByLabel("Name"),
				"A new name was saved, and its field shows the old one again.",
			).toHaveValue(good.name);
			expect(await page.isSameDocument(), "To show it, the browser loaded a new document.").toBe(true);
		},
	},
	{
		id: "only-your-own-record",
		title: "Nothing but your own name, address and text can be changed",
		points: ["I1", "F4"],
		requires: ["saves-and-says-so"],
		hints: [
			"What else could a request have in it?",
			"Whose record it is, the session says. Which columns are written, the schema says. The request says neither.",
			"const user = await currentUser();\nawait db.user.update({ where: { id: user.id }, data: parsed.data });",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { db, expect } = context;
			const before = await user(context, 2);
			await save(context, { ...good, role: "admin", createdAt: "long ago" });
			const after = await user(context, 1);
			expect(
				Object.keys(after).sort(),
				"The request had more fields than the form, for instance role, and they were stored.",
			).toEqual(["bio", "createdAt", "email", "id", "name"]);
			expect(after.createdAt, "The request overwrote when Ada's row was made.").toBe(
				"2026-08-01T08:00:00.000Z",
			);
			await save(context, { ...ada, id: "2", userId: "2" });
			expect(
				await user(context, 2),
				"The request had the id of Grace in it, and another person's record was changed.",
			).toEqual(before);
			expect(
				settingsOf(await user(context, 1)),
				"The request had the id of Grace in it, and Ada's own settings were not saved.",
			).toEqual(ada);
			expect(await db.table("user"), "There are more users, or fewer, than before.").toHaveLength(2);
		},
	},
]);
