import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "throw-replaces-the-form",
		statement:
			"When the action of a form throws, the nearest error page takes the place of the page, form and all.",
		points: ["D4", "H5"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByLabel("Word").fill("typed with care");
			await page.getByRole("button", { name: "Throw" }).click();
			await expect(
				page.getByRole("heading", { name: "Something went wrong" }),
				"The error page is shown.",
			).toBeVisible({ timeoutMs: 15_000 });
			await expect(page.getByLabel("Word"), "The form is gone.").toHaveCount(0);
		},
	},
	{
		id: "class-is-lost",
		statement:
			"A thrown error is no longer an instance of its class in the browser, and its own fields are gone.",
		points: ["D4", "H5"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Buy" }).click();
			await expect(page.getByRole("status"), "What the browser caught.").toHaveText(
				"an Error, a SoldOut: no, pieces left: unknown",
				{ timeoutMs: 15_000 },
			);
		},
	},
	{
		id: "objects-arrive",
		statement: "A returned object arrives in the browser as it was, nested values and dates included.",
		points: ["D4"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Ask" }).click();
			await expect(page.getByRole("status"), "What the browser got.").toHaveText(
				"not ok, sold-out, 0 left, back in 2027",
			);
		},
	},
	{
		id: "only-thrown-is-logged",
		statement: "A thrown error is written to the server log; a returned one is not.",
		points: ["D4"],
		async run({ http, log, expect }) {
			const page = await http.get("/claim");
			expect(await page.form("Return it").submit(), "The one that returns answers with a page.").toHaveStatus(
				200,
			);
			expect(
				await page.form("Throw it").submit({}, { timeoutMs: 30_000 }),
				"The one that throws answers with 500.",
			).toHaveStatus(500);
			await log.waitFor(/thrown pickle/, { timeoutMs: 10_000 });
			const returned = log.lines().filter(({ text }) => text.includes("returned pickle"));
			expect(returned, "No line of the log has the returned error.").toHaveLength(0);
		},
	},
]);
