import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "typed-is-lost",
		statement: "“Try again” on the error page brings the form back, and not what was typed into it.",
		points: ["H5", "D5"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByLabel("Why").fill("ten minutes of thought");
			await page.getByRole("button", { name: "Send" }).click();
			await expect(
				page.getByRole("button", { name: "Try again" }),
				"The error page has taken the form's place.",
			).toBeVisible({ timeoutMs: 20_000 });
			await page.getByRole("button", { name: "Try again" }).click();
			await expect(page.getByLabel("Why"), "The field is back, empty.").toHaveValue("");
		},
	},
	{
		id: "catch-catches-redirect",
		statement:
			"A catch around redirect catches it like any error; unstable_rethrow(error) lets it pass, and an ordinary error not.",
		points: ["H5", "E4"],
		async run({ http, db, expect }) {
			const page = await http.get("/claim");
			const texts = async () => (await db.table("message")).map((row) => row.text);
			expect(await page.form("Swallow").submit(), "Nobody is redirected.").toHaveStatus(200);
			expect(await texts(), "The redirect was caught.").toEqual(["Error: NEXT_REDIRECT"]);
			expect(await page.form("Let pass").submit(), "With unstable_rethrow it passes.").toRedirectTo("/");
			expect(await page.form("Ordinary").submit(), "An ordinary error is dealt with.").toHaveStatus(200);
			expect(await texts(), "What came after unstable_rethrow.").toEqual([
				"Error: NEXT_REDIRECT",
				"Error: plain",
			]);
		},
	},
]);
