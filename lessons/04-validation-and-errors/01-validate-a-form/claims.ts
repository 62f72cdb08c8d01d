import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "attributes-do-not-bind",
		statement:
			"required, type and maxLength bind the browser only: a request that breaks them reaches the action all the same.",
		points: ["D1"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Save");
			expect(
				await form.submit({ email: "" }),
				"An empty value for a required field is accepted.",
			).toHaveStatus(200);
			await form.submit({ email: "not an address, and far too long" });
			const stored = (await db.table("user")).filter((row) => row.name === "claim").map((row) => row.email);
			expect(stored, "The action ran both times.").toEqual(["", "not an address, and far too long"]);
		},
	},
	{
		id: "throwing-is-no-answer",
		statement: "An action that throws answers with status 500 and an error page.",
		points: ["D2"],
		async run({ http, page, expect }) {
			const form = (await http.get("/claim")).form("Save");
			expect(await form.submit({ email: "ada@home" }), "Without JavaScript: status 500.").toHaveStatus(500);
			await page.goto("/claim");
			await page.getByLabel("Email").fill("ada@home");
			await page.getByRole("button", { name: "Save" }).click();
			await expect(
				page.getByRole("heading", { name: "Something went wrong" }),
				"With JavaScript: the error page stands in place of the page.",
			).toBeVisible();
			await expect(page.getByLabel("Email"), "The form, and what was typed, is gone.").toHaveCount(0);
		},
	},
	{
		id: "previous-state-first",
		statement:
			"An action used with useActionState is called with the previous state first and the form data second.",
		points: ["C6"],
		async run({ page, expect }) {
			await page.goto("/claim");
			for (const [amount, sum] of [
				["3", "3"],
				["4", "7"],
			] as const) {
				await page.getByLabel("Amount").fill(amount);
				await page.getByRole("button", { name: "Add" }).click();
				await expect(
					page.getByText(`The sum is ${sum}`),
					"The returned value is the state, and the next call gets it.",
				).toBeVisible();
			}
		},
	},
	{
		id: "fields-are-reset",
		statement:
			"When a form's action is done, React resets its uncontrolled fields to their default values, after returned errors too.",
		points: ["C6"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByLabel("Plain").fill("typed");
			await page.getByLabel("Controlled").fill("typed");
			await page.getByRole("button", { name: "Send" }).click();
			await expect(page.getByText("Refused 1 times"), "The action is done.").toBeVisible();
			await expect(page.getByLabel("Plain"), "The uncontrolled field is back at its default.").toHaveValue(
				"as it was",
			);
			await expect(page.getByLabel("Controlled"), "A controlled field keeps its value.").toHaveValue("typed");
		},
	},
	{
		id: "state-without-javascript",
		statement: "Without JavaScript, the form post is answered with a page that already shows the new state.",
		points: ["C6"],
		async run({ http, expect }) {
			const answer = await (await http.get("/"))
				.form("Join")
				.submit({ name: "A", email: "ada@home", bio: "" });
			expect(answer, "The answer is a page.").toHaveStatus(200);
			expect(answer, "It shows the error the action returned.").toShow(
				"Your name needs at least two letters.",
			);
			expect(answer.form("Join").fields.email, "It has the typed value the action returned.").toBe(
				"ada@home",
			);
		},
	},
]);
