import { expect, FIRST, firstSolution, REVALIDATE, test, typeInto, VALIDATE } from "./helpers/lesson";

test("the form works with JavaScript off, and the address bar follows", async ({ lesson, page }) => {
	await lesson.open(FIRST);
	await lesson.setText((await firstSolution()).replace("Guestbook</h1>", "Solved</h1>"));
	await lesson.previewShows("heading", "Solved");
	await page.getByRole("switch", { name: "JavaScript" }).click();
	await lesson.previewShows("heading", "Solved");
	await expect(page.locator('iframe[title="Preview of your app"]')).toHaveAttribute(
		"sandbox",
		/^(?!.*allow-scripts)/,
	);
	await typeInto(lesson.app.getByLabel("Name"), "Ada");
	await typeInto(lesson.app.getByLabel("Message"), "Sent by the browser alone");
	await lesson.app.getByRole("button", { name: "Sign" }).click();
	await expect(lesson.app.getByText("Sent by the browser alone")).toBeVisible({ timeout: 20_000 });
	// Without JavaScript no edit can reach the page by itself: it is loaded again.
	await lesson.setText((await firstSolution()).replace("Guestbook</h1>", "Edited</h1>"));
	await lesson.previewShows("heading", "Edited");
	const address = page.getByRole("textbox", { name: "Address in the app" });
	await address.fill("/nowhere");
	await address.press("Enter");
	await lesson.previewShows("heading", /404/);
	await page.getByRole("switch", { name: "JavaScript" }).click();
	await address.fill("/");
	await address.press("Enter");
	await lesson.previewShows("heading", "Edited");
});

test("back, forward and reload stay inside the preview", async ({ lesson, page }) => {
	await lesson.open(FIRST);
	const entries = await page.evaluate(() => history.length);
	const address = page.getByRole("textbox", { name: "Address in the app" });
	await address.fill("/nowhere");
	await address.press("Enter");
	await lesson.previewShows("heading", /404/);
	await page.getByRole("region", { name: "Preview" }).getByRole("button", { name: "Reload" }).click();
	await lesson.previewShows("heading", /404/);
	expect(await page.evaluate(() => history.length)).toBe(entries);
	await expect(page).toHaveURL(/your-first-action/);
});

test("switching lessons leaves nothing of the one before", async ({ lesson, page }) => {
	await lesson.open(FIRST);
	await page.goto(`/lessons/${VALIDATE}`);
	await lesson.previewShows("heading", "Join the reading club");
	// By the product's own links: the same sandbox, another app.
	await page
		.getByRole("link", { name: /^(next|previous)/i })
		.first()
		.click();
	await expect(lesson.app.getByRole("heading", { name: "Join the reading club" })).toHaveCount(0, {
		timeout: 60_000,
	});
	await page.goto(`/lessons/${REVALIDATE}`);
	await lesson.runChecks();
	await expect(page.getByText(/\d\/\d+ passed/)).toBeVisible();
	await expect(page.getByText(/not be run/)).toHaveCount(0);
});
