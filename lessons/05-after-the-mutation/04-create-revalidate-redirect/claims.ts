import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

const name = "Claimed kettle";

async function sell({ page }: CheckContext): Promise<void> {
	await page.goto("/sell");
	await page.getByLabel("Name").fill(name);
	await page.getByLabel("Price").fill("1.00");
	await page.getByRole("button", { name: "Offer it" }).click();
}

export default defineClaims([
	{
		id: "redirect-alone",
		statement: "A redirect does not refresh the cached data of the page it leads to.",
		points: ["E5"],
		async run(context) {
			const { http, page, db, expect } = context;
			expect(await http.get("/"), "The list is cached.").not.toShow(name);
			await sell(context);
			await expect(page, "The browser was redirected to the list.").toHaveURL("/", { timeoutMs: 20_000 });
			await expect(page.getByText("Desk lamp"), "The list is shown.").toBeVisible();
			expect((await db.table("product")).at(-1)?.name, "The offer is in the database.").toBe(name);
			await expect(page.getByText(name), "It is not in the list.").toHaveCount(0);
			await page.reload();
			await expect(page.getByText(name), "Nor is it there after a reload.").toHaveCount(0);
		},
	},
	{
		id: "uncached-is-fresh",
		statement: "A page that reads its data anew for every request is up to date after a redirect.",
		points: ["E5"],
		async run(context) {
			const { http, page, expect } = context;
			expect(await http.get("/"), "The list does not have it yet.").not.toShow(name);
			await sell(context);
			await expect(page, "The browser was redirected to the list.").toHaveURL("/", { timeoutMs: 20_000 });
			await expect(page.getByText(name), "The list has it, though nothing was revalidated.").toBeVisible();
		},
	},
	{
		id: "all-in-one-answer",
		statement: "One answer carries the address to go to and the page there, fresh.",
		points: ["E7"],
		async run(context) {
			const { http, page, exchanges, expect } = context;
			await http.get("/");
			await sell(context);
			await expect(page.getByText(name), "The list with the offer is shown.").toBeVisible({
				timeoutMs: 20_000,
			});
			const post = await exchanges.waitFor("the action", ({ method }) => method === "POST");
			const header = (wanted: string) =>
				post.responseHeaders.find(([header]) => header.toLowerCase() === wanted)?.[1];
			expect(header("x-action-redirect") ?? "", "A header names the address.").toMatch(/^\/;push$/);
			expect(header("x-action-revalidated"), "Another one says that data was revalidated.").toBe("1");
			expect(post.responseBody.data, "The page in the answer has the new offer.").toContain(name);
		},
	},
	{
		id: "at-the-end",
		statement:
			"What an action revalidates is thrown away when the action is done, not at the line that says so.",
		points: ["E7"],
		async run({ http, db, expect }) {
			const gate = await http.get("/claim");
			const before = (await http.get("/")).document.querySelector("time")?.getAttribute("datetime");
			const form = (await http.get("/sell")).form("Offer it");
			const selling = form.submit({ name, price: "1" }, { button: "Offer it", timeoutMs: 30_000 });
			await expect
				.poll(async () => (await db.table("message")).map((row) => row.name), "updateTag has been called.", {
					timeoutMs: 20_000,
				})
				.toContain("called");
			expect(
				(await http.get("/")).document.querySelector("time")?.getAttribute("datetime"),
				"While the action is still at work, a visitor gets the cached list.",
			).toBe(before);
			await gate.form("Go on").submit();
			expect(await selling, "The action went on, and redirected.").toRedirectTo("/");
			expect(await http.get("/"), "Now the list is fresh.").toShow(name);
		},
	},
]);
