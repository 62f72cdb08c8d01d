import { expect, firstSolution, test, typeInto } from "./helpers/lesson";

test("a newcomer opens the first lesson, passes it, and finds it done on the home page", async ({
	page,
	lesson,
}) => {
	await page.goto("/");
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await page
		.getByRole("link", { name: /your first server action/i })
		.first()
		.click();
	await lesson.previewShows("heading", "Guestbook");

	await lesson.runChecks();
	await expect(page.getByText("0/5 passed")).toBeVisible();
	await expect(
		page
			.getByText("Sent without JavaScript, the form does not go to a Server Action", { exact: false })
			.first(),
	).toBeVisible();

	await lesson.setText(await firstSolution());
	await lesson.runChecks();
	await expect(page.getByText("5/5 passed")).toBeVisible();
	await expect(page.getByRole("region", { name: "Lesson complete" })).toBeVisible();

	await page.getByRole("link", { name: "Lesson map" }).click();
	await expect(page.getByRole("link", { name: /your first server action/i }).first()).toContainText(
		/done|complete/i,
	);
});

test("the ticks in the prose follow the checks, and go stale with the next edit", async ({
	page,
	lesson,
}) => {
	await lesson.open("convention/your-first-action");
	await lesson.setText(await firstSolution());
	await lesson.runChecks();
	const ticks = page.getByRole("list", { name: "Checks of “Give the form an action”" });
	await expect(ticks).toContainText(/passed/i);
	await lesson.setText(`${await firstSolution()}\n`);
	await expect(page.getByText(/your code changed since/i).first()).toBeVisible();
});

test("hints open one at a time, and the third is a patch", async ({ page, lesson }) => {
	await lesson.open("convention/your-first-action");
	await lesson.runChecks();
	await page.getByRole("button", { name: "Show a hint" }).click();
	await expect(page.getByText("Nudge · 1 of 3")).toBeVisible();
	await expect(page.getByText("Patch · 3 of 3")).toHaveCount(0);
	await page.getByRole("button", { name: "Explain the concept" }).click();
	await page.getByRole("button", { name: "Show the patch" }).click();
	await expect(page.getByText("Patch · 3 of 3")).toBeVisible();
	await expect(page.getByRole("button", { name: "Show the patch" })).toHaveCount(0);
	// The list scrolls, and nothing around it.
	const last = lesson.checks.getByRole("listitem").last();
	await last.evaluate((row) => row.scrollIntoView({ block: "start" }));
	expect(await page.getByRole("banner").boundingBox()).toMatchObject({ x: 0, y: 0 });
});

test("a claim is proved live, and the learner's files and data come back", async ({ page, lesson }) => {
	await lesson.open("convention/your-first-action");
	await lesson.setText((await firstSolution()).replace("Guestbook</h1>", "My own guestbook</h1>"));
	await lesson.previewShows("heading", "My own guestbook");
	await typeInto(lesson.app.getByLabel("Name"), "Grace");
	await typeInto(lesson.app.getByLabel("Message"), "Kept through a proof");
	await lesson.app.getByRole("button", { name: "Sign" }).click();
	await expect(lesson.app.getByText("Kept through a proof")).toBeVisible();

	await page
		.getByRole("button", { name: /^Prove it/ })
		.first()
		.click();
	await expect(page.getByText(/^Proved on Next\.js/)).toBeVisible({ timeout: 90_000 });
	await page.keyboard.press("Escape");
	await lesson.previewShows("heading", "My own guestbook");
	await expect(lesson.app.getByText("Kept through a proof")).toBeVisible({ timeout: 30_000 });
});
