import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const offer = { name: "Folding bicycle", price: "45.50" };

const bad = [
	{ what: "an empty name", values: { ...offer, name: " " } },
	{ what: "the price “a lot”", values: { ...offer, price: "a lot" } },
	{ what: "the price -3", values: { ...offer, price: "-3" } },
];

async function open({ http, expect }: CheckContext, path: string): Promise<HttpResponse> {
	const page = await http.get(path);
	expect(page, `The page ${path} answered with an error. The server log says why.`).toHaveStatus(200);
	return page;
}

/** Sends the form as a browser without JavaScript does; follows no redirect. */
async function sell(context: CheckContext, values: typeof offer): Promise<HttpResponse> {
	const page = await open(context, "/sell");
	const answer = await page.form("Offer it").submit(values, { button: "Offer it" });
	context
		.expect(answer.status, "The form was answered with an error: the action threw. Read the server log.")
		.toBeLessThan(500);
	return answer;
}

function asOf(page: HttpResponse): string {
	return page.document.querySelector("time")?.getAttribute("datetime") ?? "";
}

export default defineChecks([
	{
		id: "record-is-stored",
		title: "A good offer is stored, the price in cents",
		points: ["I4"],
		hints: [
			"Look at what is stored, digit by digit.",
			"The column price holds whole cents. Multiply what was validated, and round it.",
			"await db.product.create({ data: { name, price: Math.round(price * 100) } });",
		],
		docs: "https://zod.dev/api#coercion",
		async run(context) {
			const { db, expect } = context;
			const before = (await db.table("product")).length;
			await sell(context, offer);
			const rows = await db.table("product");
			expect(rows, "A good offer should add exactly one row to the table product.").toHaveLength(before + 1);
			expect(rows.at(-1)?.name, "The stored row does not have the name that was typed.").toBe(offer.name);
			expect(rows.at(-1)?.price, "45.50 was typed, which is 4550 in cents.").toBe(4550);
		},
	},
	{
		id: "list-shows-it",
		title: "The action redirects to a list that has the new offer",
		points: ["E5", "E7", "I4"],
		requires: ["record-is-stored"],
		hints: [
			"Sell something. You are taken to the list: is it there?",
			"A redirect only says where to go. Cached data there stays as it is until the action says that it is out of date, and it has to say so before it redirects.",
			'await db.product.create({ … });\nupdateTag("products");\nredirect("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/updateTag",
		async run(context) {
			const { expect } = context;
			expect(await open(context, "/"), "The list shows the offer before it was made.").not.toShow(offer.name);
			expect(
				await sell(context, offer),
				"After a good offer the action should redirect to the list, also without JavaScript.",
			).toRedirectTo("/");
			expect(
				await open(context, "/"),
				"The offer was stored, the visitor was redirected to the list, and it is still the old list: its data is cached, and a redirect does not change that.",
			).toShow(offer.name);
		},
	},
	{
		id: "shown-after-the-redirect",
		title: "With JavaScript, the new offer is on the page that comes",
		points: ["E5", "E7", "I4"],
		requires: ["record-is-stored"],
		hints: [
			"Watch the preview while you sell something.",
			"With JavaScript the page to go to comes in the answer to the action. What was revalidated before the redirect is already fresh in it.",
			'updateTag("products");\nredirect("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/redirect",
		async run(context) {
			const { page, expect } = context;
			await open(context, "/");
			await page.goto("/sell");
			await page.getByLabel("Name").fill(offer.name);
			await page.getByLabel("Price").fill(offer.price);
			await page.getByRole("button", { name: "Offer it" }).click();
			await expect(
				page,
				"After a good offer the browser should be at the list, /. Redirect in the action, after the write.",
			).toHaveURL("/", { timeoutMs: 20_000 });
			await expect(
				page.getByRole("listitem").filter({ hasText: offer.name }),
				"The offer was made and the browser is at the list, but the list does not have it. Revalidate in the action, before the redirect.",
			).toBeVisible();
		},
	},
	{
		id: "bad-input-is-refused",
		title: "A bad offer is refused, with a word about it",
		points: ["I4"],
		requires: ["record-is-stored"],
		hints: [
			"Leave the name empty, and type “a lot” for the price.",
			"Look at the input before anything else happens. What is wrong is returned, and none of write, revalidate and redirect takes place.",
			'const parsed = offerSchema.safeParse(values);\nif (!parsed.success) return { values, error: parsed.error.issues[0]?.message ?? "…" };',
		],
		docs: "https://zod.dev/basics",
		async run(context) {
			const { http, db, expect } = context;
			const before = (await db.table("product")).length;
			for (const { what, values } of bad) {
				const answer = await sell(context, values);
				expect(await db.table("product"), `An offer with ${what} was stored.`).toHaveLength(before);
				const shown = answer.location === null ? answer : await http.get(answer.location);
				const alert = shown.document.querySelector('[role="alert"]')?.textContent?.trim();
				expect(
					alert,
					`An offer with ${what} was refused, but the form does not say why in its element with role="alert".`,
				).toBeTruthy();
			}
		},
	},
	{
		id: "refusal-keeps-the-cache",
		title: "A refused offer leaves the cached list alone",
		points: ["E7"],
		requires: ["bad-input-is-refused"],
		hints: [
			"Note the time at the foot of the list. Send a bad offer. What time is it now?",
			"Only a write makes data out of date. Revalidate behind it, not on the way in.",
			'if (!parsed.success) return { … };\nawait db.product.create({ … });\nupdateTag("products");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/updateTag",
		async run(context) {
			const before = asOf(await open(context, "/"));
			await sell(context, { ...offer, name: "" });
			context
				.expect(
					asOf(await open(context, "/")),
					"An offer was refused, so nothing changed, yet the list was worked out again for the next visitor. Keep the list cached, and revalidate after a write only.",
				)
				.toBe(before);
		},
	},
]);
