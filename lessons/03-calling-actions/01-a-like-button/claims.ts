import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "one-post",
		statement:
			"Calling an action from an event handler sends one POST to the address of the open page; the header Next-Action names the action and the body has the arguments.",
		points: ["B4", "C1"],
		async run({ page, exchanges, db, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Note" }).click();
			const post = await exchanges.waitFor("the action", (exchange) => exchange.method === "POST");
			expect(post.url, "It goes to the address of the page.").toBe("/claim");
			const header = post.requestHeaders.find(([name]) => name.toLowerCase() === "next-action");
			expect(header?.[1] ?? "", "The header names the action.").toMatch(/^[0-9a-f]{42}$/);
			expect(JSON.parse(post.requestBody.data), "The body is the list of arguments.").toEqual([
				"claim",
				"from a click",
			]);
			expect((await db.table("message")).at(-1)?.text, "The action ran.").toBe("from a click");
			expect(exchanges.actions(), "There was one call.").toHaveLength(1);
		},
	},
	{
		id: "value-comes-back",
		statement: "What the action returns is what await gives in the browser, a Date or a Map included.",
		points: ["C1"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Ask" }).click();
			await expect(page.getByText("It says:"), "The Date and the Map have arrived as such.").toHaveText(
				"It says: 2026, 3",
			);
		},
	},
	{
		id: "each-click-a-call",
		statement: "Three clicks in a row are three calls, and the last answer is the one that stays.",
		points: ["C1", "B11"],
		async run({ page, db, exchanges, expect }) {
			const before = (await db.table("like")).filter((row) => row.postId === 1).length;
			await page.goto("/");
			const button = page.getByRole("button", { name: "Like Bread without kneading" });
			for (let click = 0; click < 3; click++) await button.click();
			await expect(button, "The number of the last answer is shown.").toHaveText(`♥ ${before + 3}`);
			await expect.poll(() => exchanges.actions().length, "There were three calls.").toBe(3);
			const rows = (await db.table("like")).filter((row) => row.postId === 1);
			expect(rows, "Three likes were stored.").toHaveLength(before + 3);
		},
	},
	{
		id: "not-while-rendering",
		statement: "Calling an action while a Client Component is rendered on the server is an error.",
		points: ["C1"],
		async run({ http, log, db, expect }) {
			const before = await db.table("like");
			expect(await http.get("/claim"), "The page answers with an error.").toHaveStatus(500);
			const line = await log.waitFor(/Server Functions cannot be called during initial render/);
			expect(line.text, "The server log says why.").toContain("initial render");
			expect(await db.table("like"), "The action did not run.").toHaveLength(before.length);
		},
	},
	{
		id: "errors-are-yours",
		statement:
			"When an action that an event handler called throws, the page stays as it is; the promise rejects, and no error page is shown.",
		points: ["B4", "C1"],
		async run({ page, exchanges, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Let it fail" }).click();
			const post = await exchanges.waitFor("the action", (exchange) => exchange.method === "POST");
			expect(post.status, "The action threw.").toBe(500);
			await expect
				.poll(() => page.errors().join("\n"), "It is an unhandled rejection in the browser.")
				.toContain("No more likes today");
			await expect(page.getByText("It says: nothing yet"), "The page is still there.").toBeVisible();
			await page.getByRole("button", { name: "Catch it" }).click();
			await expect(
				page.getByText("It says: that did not work"),
				"catch, or try around await, gets the error.",
			).toBeVisible();
		},
	},
]);
