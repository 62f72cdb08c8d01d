import type { CheckContext, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const gift = { name: "Barbara", amount: "12.50" };

/** What the seed adds up to. */
const TOTAL = /Together:\s*30\.00/;

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

type Values = Parameters<HttpForm["submit"]>[0];

async function openForm({ http, expect }: CheckContext, label: string): Promise<HttpForm> {
	const page = await http.get("/");
	expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
	return page.form(label);
}

async function chipIn(context: CheckContext, values: Values): Promise<void> {
	const form = await openForm(context, "Chip in");
	await form.submit(values, { button: "Chip in", timeoutMs: PATIENCE });
}

/** Fails unless the list is as it was, and the page still adds it up. `sent` says what was sent. */
async function expectNothingNew({ http, db, expect }: CheckContext, sent: string): Promise<void> {
	const rows = await db.table("product");
	expect(rows, `This was put on the list: ${sent}. The action has to look at what it is sent.`).toHaveLength(
		2,
	);
	expect(await http.get("/"), `The sum is wrong after ${sent}.`).toShow(TOTAL);
}

/** The form's hidden fields and its button, with the amount 5 turned into something else wherever it stands. */
function tamper(form: HttpForm, page: Document, amount: string): Record<string, string> {
	const button = [...page.querySelectorAll("button")].find(({ textContent }) => textContent === "Give 5");
	const fields = Object.entries(form.fields);
	const name = button?.getAttribute("name");
	if (name) fields.push([name, button?.getAttribute("value") ?? ""]);
	const changed = fields.map(([field, value]) => [field, value.replace(/^(\[?"?)5("?\]?)$/, amount)]);
	return Object.fromEntries(changed);
}

export default defineChecks([
	{
		id: "good-gifts-are-kept",
		title: "Good gifts are put on the list, to the cent",
		points: ["H1", "D1"],
		hints: [
			"Chip in 12.50, then 1, then 100, and press one of the buttons.",
			"A rule that is too strict is a bug as well. From 1 to 100, both included, and cents are fine.",
			"amount: z.coerce.number().min(1).max(100)\n// …\nawait addGift(name, Math.round(amount * 100));",
		],
		docs: "https://zod.dev/api#coercion",
		async run(context) {
			const { page, db, expect } = context;
			for (const [amount, cents] of [
				["12.50", 1250],
				["1", 100],
				["100", 10_000],
			] as const) {
				await chipIn(context, { ...gift, amount });
				const row = (await db.table("product")).at(-1);
				expect(
					[row?.name, row?.price],
					`Barbara gave ${amount}, which is within the rules, and the last row of the list is not her gift in cents.`,
				).toEqual([gift.name, cents]);
			}
			const form = await openForm(context, "Give 5");
			await form.submit({}, { button: "Give 5", timeoutMs: PATIENCE });
			expect(
				(await db.table("product")).at(-1)?.price,
				"The button “Give 5” was pressed, and the last row of the list is not 500 cents.",
			).toBe(500);

			await db.reset();
			await page.goto("/");
			await page.getByLabel("Name").fill(gift.name);
			await page.getByLabel("Amount").fill(gift.amount);
			await page.getByRole("button", { name: "Chip in" }).click();
			await expect(
				page,
				"Barbara gave 12.50 in the browser, and the open page does not add it to the 30.00. Revalidate in the action, after the write.",
			).toContainText(/Together:\s*42\.50/);
			await page.getByRole("button", { name: "Give 5" }).click();
			await expect(
				page,
				"Then “Give 5” was pressed, and the open page does not add it to the 42.50. Revalidate in the action, after the write.",
			).toContainText(/Together:\s*47\.50/);
		},
	},
	{
		id: "amounts-are-checked",
		title: "Only amounts from 1 to 100 are put on the list",
		points: ["H1", "D1"],
		requires: ["good-gifts-are-kept"],
		hints: [
			"Which lines of the action doubt what they are given?",
			"The attributes min and max are advice to honest browsers. Describe a good amount with a schema, and return before the write when `safeParse` says no. Beware of NaN: every comparison with it is false.",
			"const gift = giftSchema.safeParse(Object.fromEntries(formData));\nif (!gift.success) return;",
		],
		docs: "https://zod.dev/basics",
		async run(context) {
			for (const amount of ["-20", "0", "5000", "a lot", "Infinity", ""]) {
				await chipIn(context, { ...gift, amount });
				await expectNothingNew(context, `a gift with the amount “${amount}”`);
			}
			await chipIn(context, { ...gift, amount: [] });
			await expectNothingNew(context, "a gift with no amount at all");
		},
	},
	{
		id: "names-are-checked",
		title: "Every gift has a name",
		points: ["H1", "D1"],
		requires: ["good-gifts-are-kept"],
		hints: [
			"What is in `name` when the request has no such field?",
			"`formData.get` gives a string, a File or null, whatever TypeScript was told with `as string`. String(null) is not empty: it is “null”. Let a schema ask for text.",
			"name: z.string().trim().min(1).max(40)",
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/API/FormData/get",
		async run(context) {
			await chipIn(context, { ...gift, name: [] });
			await expectNothingNew(context, "a gift with no name at all");
			await chipIn(context, { ...gift, name: "   " });
			await expectNothingNew(context, "a gift whose name is three spaces");
			await chipIn(context, { ...gift, name: "x".repeat(41) });
			await expectNothingNew(context, "a gift whose name has 41 characters");
			await chipIn(context, { ...gift, name: new File(["x"], "x.txt") });
			await expectNothingNew(context, "a gift with a file in place of the name");
		},
	},
	{
		id: "buttons-are-checked",
		title: "What the quick buttons send is looked at, too",
		points: ["H1", "F1"],
		requires: ["good-gifts-are-kept"],
		hints: [
			"How does the 5 get from the page to the action? Look at the page's source.",
			"A bound argument makes the same round trip through the browser as a form field, and `amount: number` is a wish: nothing checks it when the request arrives. Validate it like the form.",
			"const amount = amountSchema.safeParse(given);\nif (!amount.success) return;",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { http } = context;
			for (const [amount, what] of [
				["$1-500$2", "-500"],
				["$15000$2", "5000"],
				['["a lot"]', "“a lot”"],
			] as const) {
				const page = await http.get("/");
				const form = page.form("Give 5");
				const values = tamper(form, page.document, amount);
				await form.submit(values, { button: "Give 5", timeoutMs: PATIENCE });
				await expectNothingNew(context, `the request of “Give 5” with ${what} in place of the 5`);
			}
		},
	},
]);
