import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const product = { name: "Copper kettle", price: "48.50" };

async function open({ http, expect }: CheckContext, path: string): Promise<HttpResponse> {
	const page = await http.get(path);
	expect(
		page,
		`The page ${path} answered with an error. Read the server log: revalidatePath belongs in the action, it must not run while a page is rendered.`,
	).toHaveStatus(200);
	return page;
}

/** Adds the product as a browser without JavaScript does. */
async function addProduct(context: CheckContext): Promise<void> {
	const page = await open(context, "/admin");
	const answer = await page.form("Add").submit(product, { button: "Add", followRedirect: true });
	context
		.expect(
			answer,
			"Adding a product answered with an error: the action threw. The server log has the error.",
		)
		.toHaveStatus(200);
}

export default defineChecks([
	{
		id: "product-is-stored",
		title: "A new product is stored",
		points: ["E1"],
		hints: [
			"Open /admin. Does it show what it should?",
			"`revalidatePath` says that something has changed. Only an action (or a Route Handler) changes things; a page that is being rendered does not.",
			'// app/admin/actions.ts, not app/admin/page.tsx\nrevalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const before = (await context.db.table("product")).length;
			await addProduct(context);
			const rows = await context.db.table("product");
			context
				.expect(rows, "Adding a product once should add exactly one row to the table product.")
				.toHaveLength(before + 1);
			context
				.expect(rows.at(-1)?.name, "The stored product does not have the name that was typed.")
				.toBe(product.name);
		},
	},
	{
		id: "admin-updates-in-place",
		title: "The open admin page shows the new product, without being loaded again",
		points: ["E1"],
		requires: ["product-is-stored"],
		hints: [
			"The action has written. What did it say about the page?",
			"An action that revalidates a path brings the newly rendered page back with its result.",
			'import { revalidatePath } from "next/cache";\n// … after the write\nrevalidatePath("/admin");',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run({ page, expect }) {
			await page.goto("/admin");
			await page.markDocument();
			await page.getByLabel("Name").fill(product.name);
			await page.getByLabel("Price").fill(product.price);
			await page.getByRole("button", { name: "Add" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: product.name }),
				"The product was added, but the list on the open page /admin does not have the new product. Tell Next.js in the action, after the write, that the page is out of date.",
			).toBeVisible();
			expect(
				await page.isSameDocument(),
				"To show the product, the browser loaded a new document. An action that revalidates brings the new page back by itself.",
			).toBe(true);
		},
	},
	{
		id: "shop-is-up-to-date",
		title: "The next visitor of the shop sees the new product",
		points: ["E1"],
		requires: ["product-is-stored"],
		hints: [
			"Which pages show products?",
			"The shop's front page shows cached data. `revalidatePath` throws away the cached data of the page whose path you name: the path from the address bar.",
			'revalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { expect } = context;
			expect(await open(context, "/"), "The shop shows the product before it was added.").not.toShow(
				product.name,
			);
			await addProduct(context);
			expect(
				await open(context, "/"),
				"The shop (/) still shows the products from before the addition: its data is cached, and nobody said that it is out of date. Revalidate the path of the page that shows the data.",
			).toShow(product.name);
		},
	},
	{
		id: "shop-stays-cached",
		title: "Between two changes the shop is served from the cache",
		points: ["E1"],
		requires: ["shop-is-up-to-date"],
		hints: [
			"Reload the shop a few times and watch the time at its foot.",
			"Without the cache there is nothing to be out of date, and every visitor costs a query. Keep the cache, and empty it when something changes.",
			'// lib/shop.ts\nexport const getShopFront = unstable_cache(async () => ({ … }), ["shop-front"]);',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/unstable_cache",
		async run(context) {
			const { expect } = context;
			const asOf = async () =>
				(await open(context, "/")).document.querySelector("time")?.getAttribute("datetime") ?? "";
			const first = await asOf();
			expect(
				first,
				"The shop no longer says when it was worked out. Leave the <time> at its foot in place.",
			).toBeTruthy();
			expect(
				await asOf(),
				"Nothing changed between two visits, yet the shop was worked out again for the second one. Keep getShopFront cached and revalidate it when something changes.",
			).toBe(first);
		},
	},
]);
