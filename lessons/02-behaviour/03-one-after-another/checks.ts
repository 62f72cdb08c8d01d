import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const everything = ["Butter", "Flour", "Lemons"];

async function open({ http, page, expect }: CheckContext): Promise<void> {
	expect(
		await http.get("/"),
		"The page answered with an error instead of the kitchen. The server log says why.",
	).toHaveStatus(200);
	await page.goto("/");
}

async function orders({ db }: CheckContext): Promise<string[]> {
	return (await db.table("message")).map(({ text }) => String(text)).sort();
}

/** What the supplier did, in order: "asked" or "answered". */
async function supplier({ db }: CheckContext): Promise<string[]> {
	return (await db.table("comment")).map(({ text }) => String(text));
}

/** Runs something while the supplier is busy: whoever asks waits for as long as it takes. */
async function whileSupplierIsBusy<T>({ db }: CheckContext, run: () => Promise<T>): Promise<T> {
	const busy = { id: 1, createdAt: "2026-03-02T09:15:00.000Z", owner: "supplier", text: "busy" };
	await db.replace({ ...(await db.read()), draft: [busy] });
	try {
		return await run();
	} finally {
		// Or the orders would reach into the next check.
		await db.replace({ ...(await db.read()), draft: [] });
	}
}

async function waitForEverything(context: CheckContext): Promise<void> {
	await context.expect
		.poll(
			() => orders(context),
			"“Order everything” was pressed. Afterwards there should be one order for each of the three products in the table message, made by db.message.create.",
			{ timeoutMs: 15_000 },
		)
		.toEqual(everything);
}

export default defineChecks([
	{
		id: "all-are-ordered",
		title: "One press orders everything",
		points: ["B11"],
		hints: [
			"Does the page say in the end what was ordered?",
			"An action that calls others gets what they return, like any function, and can return it in turn.",
			"export async function orderAll(ids: number[]) {\n\treturn Promise.all(ids.map((id) => orderItem(id)));\n}",
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, expect } = context;
			await open(context);
			await page.getByRole("button", { name: "Order everything" }).click();
			await waitForEverything(context);
			for (const name of everything) {
				await expect(
					page.getByRole("status"),
					`Everything was ordered, but the page does not say “Ordered: …” with ${name} in it. Return the names from the action.`,
				).toContainText(name);
				await expect(
					page.getByRole("listitem").filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) }),
					`${name} was ordered, but the list “On its way” on the open page does not have it. Revalidate in the action, after the write.`,
				).toBeVisible();
			}
		},
	},
	{
		id: "one-call",
		title: "It takes one call",
		points: ["B11", "B8"],
		requires: ["all-are-ordered"],
		hints: [
			"Press “Order everything” and watch the calls in the inspector.",
			"What belongs together is one action that takes the whole list. In it, the other action is a function like any other: call it, no request is needed.",
			"// app/actions.ts\nexport async function orderAll(ids: number[]) {\n\treturn Promise.all(ids.map((id) => orderItem(id)));\n}\n\n// app/order-list.tsx\norder(() => orderAll(products.map((product) => product.id)));",
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { page, exchanges, expect } = context;
			await open(context);
			await page.getByRole("button", { name: "Order everything" }).click();
			await waitForEverything(context);
			// The last word of the last call: every request that led to an order has been answered, and is recorded before
			// the next page is.
			await expect(page.getByRole("status"), "The page does not say what was ordered.").toContainText(
				"Butter",
			);
			await page.goto("/?left");
			await exchanges.waitFor("the next page", ({ url }) => url === "/?left");
			const calls = exchanges.actions().map(({ method, url }) => `${method} ${url}`);
			expect(
				calls,
				"“Order everything” called actions several times, once for each product. The calls of a browser wait for one another: make it one call with the whole list.",
			).toHaveLength(1);
			const called = new Set(exchanges.actions());
			const others = exchanges
				.all()
				.filter((one) => !called.has(one) && one.method !== "GET")
				.map(({ method, url }) => `${method} ${url}`);
			expect(
				others,
				"While the action ran, the app asked itself over HTTP. On the server, an action or a helper is called as a function.",
			).toEqual([]);
		},
	},
	{
		id: "side-by-side",
		title: "The supplier is asked for all three at once",
		points: ["B11", "B8"],
		requires: ["all-are-ordered"],
		hints: [
			"The supplier takes most of a second for each product. Do the three have to wait for one another?",
			"On the server nothing is queued: start all three, then wait for all three. That is what Promise.all does there.",
			"await Promise.all(ids.map((id) => orderItem(id)));",
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/all",
		async run(context) {
			const { page, expect } = context;
			await open(context);
			// This way it shows who is asked before the first has answered.
			await whileSupplierIsBusy(context, async () => {
				await page.getByRole("button", { name: "Order everything" }).click();
				await expect
					.poll(() => supplier(context))
					.toEqual(["asked", "asked", "asked"])
					.catch(() => {});
			});
			await waitForEverything(context);
			expect(
				(await supplier(context)).slice(0, 3),
				"The supplier was asked for one product after the other: for the second only when the first was answered. Start all of them, then wait.",
			).toEqual(["asked", "asked", "asked"]);
		},
	},
	{
		id: "one-still-works",
		title: "A single product can still be ordered",
		points: ["B8"],
		hints: [
			"Press one of the other buttons.",
			"The action for one product can stay as it is: an exported action is called from the browser and from other actions alike.",
			"onClick={() => order(async () => [await orderItem(product.id)])}",
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { page, expect } = context;
			await open(context);
			const early = await whileSupplierIsBusy(context, async () => {
				await page.getByRole("button", { name: "Order Lemons" }).click();
				await expect
					.poll(() => supplier(context))
					.toEqual(["asked"])
					.catch(() => {});
				return orders(context);
			});
			await expect
				.poll(
					async () => (await orders(context)).length,
					"“Order Lemons” was pressed, and the order was not stored.",
				)
				.toBe(1);
			expect(await orders(context), "“Order Lemons” was pressed, and something else was ordered.").toEqual([
				"Lemons",
			]);
			await expect(
				page.getByRole("status"),
				"Lemons were ordered, but the page does not say “Ordered: Lemons”. Give it the name, not a promise of it.",
			).toContainText("Lemons");
			expect(
				early,
				"The order of lemons was stored while the supplier had not answered yet. Wait for the supplier, then store.",
			).toEqual([]);
		},
	},
]);
