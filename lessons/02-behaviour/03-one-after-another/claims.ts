import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

const gate = { id: 1, createdAt: "2026-03-02T09:15:00.000Z", owner: "claim", text: "closed" };

async function noted({ db }: CheckContext): Promise<string[]> {
	return (await db.table("message")).map(({ text }) => String(text));
}

/** Opens another page. What was under way before is answered or cut off, and recorded, by then. */
async function leave({ page, exchanges }: CheckContext): Promise<void> {
	await page.goto("/?left");
	await exchanges.waitFor("the next page", ({ url }) => url === "/?left");
}

export default defineClaims([
	{
		id: "one-at-a-time",
		statement:
			"Actions that a page calls at the same time are called one after the other, in the order of the calls; Promise.all makes no difference.",
		points: ["B11"],
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/claim");
			await page.getByRole("button", { name: "All at once" }).click();
			await expect
				.poll(() => noted(context), "Each begins when the one before has ended.", { timeoutMs: 10_000 })
				.toEqual(["begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3"]);
			await expect(page.getByRole("status"), "All of them are done.").toHaveText("done");
			await expect.poll(() => exchanges.actions().length, "Each is a request of its own.").toBe(3);
		},
	},
	{
		id: "slow-one-first",
		statement: "An action called later waits for a slow one, even when it has nothing to do with it.",
		points: ["B11"],
		async run(context) {
			const { page, db, exchanges, expect } = context;
			await page.goto("/claim");
			await db.replace({ ...(await db.read()), draft: [gate] });
			await page.getByRole("button", { name: "Slow" }).click();
			await expect.poll(() => noted(context), "The slow action has begun.").toEqual(["slow begins"]);
			await page.getByRole("button", { name: "Quick" }).click();
			await expect(page.getByRole("status"), "The quick action was called.").toHaveText("quick called");
			expect(exchanges.actions(), "No call has been answered yet.").toHaveLength(0);
			await db.replace({ ...(await db.read()), draft: [] });
			await expect
				.poll(() => noted(context), "The quick one ran when the slow one was done.", { timeoutMs: 10_000 })
				.toEqual(["slow begins", "slow ends", "quick"]);
		},
	},
	{
		id: "others-do-not-wait",
		statement: "The queue is the page's own: the server runs the action of another visitor meanwhile.",
		points: ["B11"],
		async run(context) {
			const { http, page, db, expect } = context;
			const form = (await http.get("/claim")).form("Another visitor");
			await page.goto("/claim");
			await db.replace({ ...(await db.read()), draft: [gate] });
			await page.getByRole("button", { name: "Slow" }).click();
			await expect.poll(() => noted(context), "The slow action has begun.").toEqual(["slow begins"]);
			await form.submit();
			expect(await noted(context), "Another visitor's action ran and was answered.").toEqual([
				"slow begins",
				"quick",
			]);
			await db.replace({ ...(await db.read()), draft: [] });
			await expect
				.poll(() => noted(context), "The slow one ended after it.", { timeoutMs: 10_000 })
				.toEqual(["slow begins", "quick", "slow ends"]);
		},
	},
	{
		id: "plain-call",
		statement: "An action that calls another calls a function: no request is made for it.",
		points: ["B8"],
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/claim");
			await page.getByRole("button", { name: "Outer" }).click();
			await expect(
				page.getByRole("status"),
				"The outer action returned what the inner one returned.",
			).toHaveText("inner was called by outer");
			expect(await noted(context), "Both have run.").toEqual(["inner", "outer"]);
			await leave(context);
			const posts = exchanges.all().filter(({ method }) => method !== "GET");
			expect(posts, "There was one request.").toHaveLength(1);
		},
	},
]);
