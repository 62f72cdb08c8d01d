import AxeBuilder from "@axe-core/playwright";
import { expect, FIRST, test } from "./helpers/lesson";

for (const colorScheme of ["light", "dark"] as const) {
	test(`axe finds nothing on the home page and in a lesson (${colorScheme})`, async ({ page, lesson }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await page.goto("/");
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		expect(
			(await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
		).toEqual([]);

		await lesson.open(FIRST);
		await expect(page.locator(".monaco-editor .view-lines").first()).toBeVisible({ timeout: 30_000 });
		await lesson.runChecks();
		const { violations } = await new AxeBuilder({ page })
			// The learner's app and Monaco's own colours are not ours to answer for.
			.exclude('iframe[title="Preview of your app"]')
			.exclude(".monaco-editor")
			.analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	});
}

test("at 390 px every pane is a thumb away and the preview keeps running", async ({ page, lesson }) => {
	await page.setViewportSize({ width: 390, height: 780 });
	await page.goto(`/lessons/${FIRST}`);
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	const panes = page.getByRole("navigation", { name: "Panes" });
	for (const name of ["Code", "Preview", "Checks", "Read"]) {
		await panes.getByRole("button", { name }).click();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	}
	await panes.getByRole("button", { name: "Checks" }).click();
	await lesson.runChecks();
	await expect(page.getByText(/0\/5/).first()).toBeVisible();
});
