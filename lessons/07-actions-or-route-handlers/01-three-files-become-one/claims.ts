import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "one-answer",
		statement:
			"The answer of an action that revalidates brings the new page along; the browser asks for nothing else.",
		points: ["G1"],
		async run({ page, exchanges, expect }) {
			await page.goto("/");
			await exchanges.waitFor("the page", ({ method }) => method === "GET");
			const before = exchanges.all().length;
			await page.getByLabel("Your feedback").fill("Proved.");
			await page.getByRole("button", { name: "Send" }).click();
			await expect(page.getByText("Proved."), "The list has it.").toBeVisible({ timeoutMs: 15_000 });
			await exchanges.waitFor("the action", ({ method }) => method === "POST");
			const after = exchanges.all().slice(before);
			expect(
				after.map(({ method }) => method),
				"There was one request.",
			).toEqual(["POST"]);
			expect(after[0]?.responseBody.data, "Its answer has the new list in it.").toContain("Proved.");
		},
	},
]);
