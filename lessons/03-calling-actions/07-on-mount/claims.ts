import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "twice-in-development",
		statement:
			"In development React runs the effects of a new component twice, and an action in them is called twice.",
		points: ["C3"],
		async run({ page, db, exchanges, expect }) {
			await page.goto("/claim");
			// One page's calls are sent one after the other: this one is the last.
			await page.getByRole("button", { name: "Say thanks" }).click();
			const names = async () =>
				(await db.table("message")).filter((row) => row.text === "7").map((row) => row.name);
			await expect.poll(names, "Two views, then the thanks.").toEqual(["view", "view", "thanks"]);
			await expect.poll(() => exchanges.actions().length, "These were three requests.").toBe(3);
		},
	},
	{
		id: "once-in-production",
		statement:
			"In a production build the effect of a new component runs once, and an action in it is called once.",
		points: ["C3"],
		mode: "production",
		async run({ page, db, exchanges, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Say thanks" }).click();
			const names = async () =>
				(await db.table("message")).filter((row) => row.text === "7").map((row) => row.name);
			await expect.poll(names, "One view, then the thanks.").toEqual(["view", "thanks"]);
			await expect.poll(() => exchanges.actions().length, "These were two requests.").toBe(2);
		},
	},
	{
		id: "not-without-a-browser",
		statement:
			"Effects do not run while a page is rendered on the server: a page that is only fetched calls nothing.",
		points: ["C3"],
		async run({ http, db, exchanges, expect }) {
			expect(await http.get("/claim"), "The page was fetched.").toHaveStatus(200);
			const views = (await db.table("message")).filter((row) => row.text === "7");
			expect(views, "No view was stored.").toHaveLength(0);
			expect(exchanges.actions(), "No action was called.").toHaveLength(0);
		},
	},
	{
		id: "failing-takes-the-page",
		statement:
			"When an action fails in a transition of useTransition, the error page takes the place of the page, though nobody has clicked anything.",
		points: ["C3"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await expect(
				page.getByRole("heading", { name: "Something went wrong" }),
				"The error page is shown.",
			).toBeVisible({ timeoutMs: 10_000 });
			await expect(page.getByRole("heading", { name: "A long read" }), "The page is gone.").toHaveCount(0);
		},
	},
	{
		id: "failing-unnoticed",
		statement:
			"When it fails in the startTransition that is imported from react, the page stays and the browser reports an uncaught error.",
		points: ["C3"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await expect
				.poll(() => page.errors().join("\n"), "The error is reported.", { timeoutMs: 10_000 })
				.toContain("The counter is broken");
			await expect(page.getByRole("heading", { name: "A long read" }), "The page is there.").toBeVisible();
		},
	},
]);
