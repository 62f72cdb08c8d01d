import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "jumps-back",
		statement:
			"After a success, too, a field shows its default value again: the old one, unless the default has changed with the save.",
		points: ["I1", "C9"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByLabel("Fixed").fill("new");
			await page.getByLabel("Told").fill("new");
			await page.getByRole("button", { name: "Save" }).click();
			await expect(page, "The action is done.").toContainText(/Saved:\s*1/, { timeoutMs: 15_000 });
			await expect(page.getByLabel("Fixed"), "The default stayed, so the field jumps back.").toHaveValue(
				"old",
			);
			await expect(page.getByLabel("Told"), "The default changed with the save.").toHaveValue("new");
		},
	},
]);
