import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function addWithJavaScript({ page }: CheckContext, name: string): Promise<void> {
	await page.getByLabel("Name").fill(name);
	await page.getByLabel("Price").fill("1.00");
	await page.getByRole("button", { name: "Add" }).click();
}

export default defineClaims([
	{
		id: "only-the-value",
		statement:
			"An action that does not revalidate brings back its result only: the open page stays as it was.",
		points: ["E1"],
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/admin");
			await addWithJavaScript(context, "Claimed kettle");
			const post = await exchanges.waitFor("the action", (exchange) => exchange.method === "POST");
			expect(
				post.responseHeaders.some(([name]) => name.toLowerCase() === "x-action-revalidated"),
				"The answer does not carry x-action-revalidated.",
			).toBe(false);
			// React clears the field when the action is done; by then the page would have changed, too.
			await expect(page.getByLabel("Name"), "The action is done.").toHaveValue("");
			await expect(page.getByText("Claimed kettle"), "The list has not changed.").toHaveCount(0);
			await page.reload();
			await expect(page.getByText("Claimed kettle"), "After a reload the product is there.").toBeVisible();
		},
	},
	{
		id: "reload-does-not-help",
		statement:
			"Cached data stays as it is until somebody says that it is out of date; a reload does not change it.",
		points: ["E1"],
		async run({ http, db, expect }) {
			const before = (await http.get("/")).document.querySelector("time")?.getAttribute("datetime");
			await (await http.get("/admin")).form("Add").submit({ name: "Claimed kettle", price: "1" });
			expect((await db.table("product")).at(-1)?.name, "The product is in the database.").toBe(
				"Claimed kettle",
			);
			for (const visit of ["first", "second", "third"]) {
				const shop = await http.get("/");
				expect(shop, `At the ${visit} visit the product is not shown.`).not.toShow("Claimed kettle");
				expect(
					shop.document.querySelector("time")?.getAttribute("datetime"),
					"It is the same cached data.",
				).toBe(before);
			}
		},
	},
	{
		id: "fetch-is-not-cached",
		statement: "A fetch without options is made anew for each request; with force-cache its answer is kept.",
		points: ["E1"],
		async run({ http, expect }) {
			const read = async () => {
				const { document } = await http.get("/claim", { timeoutMs: 30_000 });
				const text = (id: string) => document.getElementById(id)?.textContent ?? "";
				return { plain: text("plain"), asked: text("asked") };
			};
			const first = await read();
			expect(first.plain, "The page shows an answer.").toMatch(/^[0-9a-f-]{36}$/);
			const second = await read();
			expect(second.plain, "Without options the second request got another answer.").not.toBe(first.plain);
			expect(second.asked, "With force-cache it got the same answer.").toBe(first.asked);
		},
	},
	{
		id: "one-round-trip",
		statement: "The newly rendered page comes back in the same response as the action's result.",
		points: ["E1", "B5"],
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/admin");
			await addWithJavaScript(context, "Claimed kettle");
			await expect(
				page.getByRole("listitem").filter({ hasText: "Claimed kettle" }),
				"It is shown.",
			).toBeVisible();
			const post = await exchanges.waitFor("the action", (exchange) => exchange.method === "POST");
			expect(post.responseBody.data, "The answer to the action has the new page in it.").toContain(
				"Claimed kettle",
			);
			const later = exchanges
				.all()
				.filter((exchange) => exchange.seq > post.seq && exchange.url.includes("_rsc"));
			expect(later, "No second request was made for the page.").toHaveLength(0);
		},
	},
	{
		id: "the-open-page-too",
		statement: "Revalidating another path renders the open page again, too.",
		points: ["E1"],
		async run(context) {
			const { page, expect } = context;
			await page.goto("/admin");
			await addWithJavaScript(context, "Claimed kettle");
			await expect(
				page.getByRole("listitem").filter({ hasText: "Claimed kettle" }),
				'The action only called revalidatePath("/"), and the list on /admin changed.',
			).toBeVisible();
		},
	},
	{
		id: "refresh-leaves-the-cache",
		statement: "refresh() renders the open page again and leaves cached data as it is.",
		points: ["E1"],
		async run(context) {
			const { http, page, expect } = context;
			expect(await http.get("/"), "The shop's data is cached.").not.toShow("Claimed kettle");
			await page.goto("/admin");
			await addWithJavaScript(context, "Claimed kettle");
			await expect(
				page.getByRole("listitem").filter({ hasText: "Claimed kettle" }),
				"The open page was rendered again.",
			).toBeVisible();
			expect(await http.get("/"), "The shop's cached data is still the old one.").not.toShow(
				"Claimed kettle",
			);
		},
	},
	{
		id: "not-while-rendering",
		statement: "revalidatePath called while a page is rendered is an error.",
		points: ["E1"],
		async run({ http, log, expect }) {
			expect(await http.get("/claim"), "The page answers with an error.").toHaveStatus(500);
			const line = await log.waitFor(/used "revalidatePath \/" during render which is unsupported/);
			expect(line.text, "The server log says why.").toContain("during render");
		},
	},
]);
