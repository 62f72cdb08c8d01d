import type { CheckContext, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** The lowest price of the painting in the seed, as it may be written down somewhere. */
const secrets = ["8307", "83.07"];

async function openForm({ http, expect }: CheckContext): Promise<HttpForm> {
	const page = await http.get("/");
	expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
	return page.form("Make an offer");
}

/** What the painting was sold for, in cents, each time it was. */
async function sales({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("message")).filter((row) => row.name === "sold").map((row) => row.text);
}

export default defineChecks([
	{
		id: "offers-are-judged",
		title: "A good offer is taken, a low one is not",
		points: ["F5"],
		hints: [
			"Offer 95, then 50.",
			"The action compares the offer with `lowestPrice`(painting). Both are in cents.",
			'if (!(offer >= lowestPrice(painting))) redirect("/?refused=yes");',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { page, db, expect } = context;
			const refusal = await (await openForm(context)).submit({ offer: "50" }, { followRedirect: true });
			expect(await sales(context), "An offer of 50.00, which is far too low, was taken.").toEqual([]);
			expect(
				refusal.document.querySelector('[role="alert"]')?.textContent?.trim(),
				'An offer of 50.00, which is far too low, was refused without a word in the element with role="alert".',
			).toBeTruthy();
			await (await openForm(context)).submit({ offer: "95" });
			expect(
				await sales(context),
				"An offer of 95.00, which is good enough, was not taken. Read the server log.",
			).toEqual(["9500"]);

			await db.reset();
			await page.goto("/");
			await page.getByLabel("Your offer").fill("95");
			await page.getByRole("button", { name: "Make an offer" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: "95.00" }),
				"An offer of 95.00 was taken, and the open page does not say so. Revalidate in the action, after the write.",
			).toBeVisible();
		},
	},
	{
		id: "lowest-price-stays-inside",
		title: "The lowest price does not leave the server",
		points: ["F5"],
		requires: ["offers-are-judged"],
		hints: [
			"Search the source of the page for 8307.",
			"What is bound with .bind, written into a hidden field or given to a Client Component is sent to the browser in plain text. Bind the id of the painting and look the rest up in the action.",
			"<form action={makeOffer.bind(null, painting.id)}>\n// in the action\nconst painting = await db.product.findUnique({ where: { id: productId } });",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { http, expect } = context;
			const form = await openForm(context);
			const page = await http.get("/");
			const refusal = await form.submit({ offer: "50" }, { followRedirect: true });
			for (const [what, answer] of [
				["the page", page],
				["the answer to a low offer", refusal],
			] as const) {
				expect(
					secrets.filter((secret) => answer.text.includes(secret)),
					`The lowest price stands in what the browser got with ${what}. Everybody can read that, also where it is not shown.`,
				).toEqual([]);
			}
		},
	},
	{
		id: "lowest-price-cannot-be-set",
		title: "A changed request does not change the lowest price",
		points: ["F5"],
		requires: ["offers-are-judged"],
		hints: [
			"Who decides what the lowest price is: the page, or the request that comes back?",
			"Everything in plain text can be changed before it comes back. The action should take nothing from the request but what is for the visitor to decide.",
			"const painting = await db.product.findUnique({ where: { id: productId } });\nconst lowest = lowestPrice(painting);",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const form = await openForm(context);
			const changed = Object.fromEntries(
				Object.entries(form.fields).map(([name, value]) => [name, value.replaceAll("8307", "1")]),
			);
			await form.submit({ ...changed, lowest: "1", offer: "1" });
			context
				.expect(
					await sales(context),
					"The lowest price that the page sends along was changed in the request, and the painting was sold for 1.00. Look the price up in the action.",
				)
				.toEqual([]);
		},
	},
	{
		id: "judged-by-the-price-of-now",
		title: "An offer is judged by the price of now, not by that of an old page",
		points: ["F5"],
		requires: ["offers-are-judged"],
		hints: [
			"Somebody leaves the page open over night. What does the action know in the morning?",
			"What a closure captures is a snapshot, taken when the page was rendered. What has to be true at the time of the call must be read at the time of the call.",
			"// inside the action, not around it\nconst painting = await db.product.findUnique({ where: { id } });",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { db, expect } = context;
			const old = await openForm(context);
			const data = await db.read();
			await db.replace({ ...data, product: (data.product ?? []).map((row) => ({ ...row, price: 20_000 })) });
			await old.submit({ offer: "95" });
			expect(
				await sales(context),
				"The price had doubled to 200.00 when an offer of 95.00 came from a page opened before, and it was taken: the action knew the lowest price of then. Read it anew at each call.",
			).toEqual([]);
			await old.submit({ offer: "190" });
			expect(await sales(context), "An offer of 190.00 for what costs 200.00 by now was not taken.").toEqual([
				"19000",
			]);
		},
	},
]);
