import { EDIT_TIMEOUT, expect, FIRST, firstSolution, type LessonPage, test } from "./helpers/lesson";

/** After each piece of bad input: it is said in words, nothing is lost, and mending the code is enough. */
async function mended(lesson: LessonPage, marker: string): Promise<void> {
	await lesson.setText((await firstSolution()).replace("Guestbook</h1>", `${marker}</h1>`));
	await expect(lesson.app.getByRole("heading", { name: marker })).toBeVisible({ timeout: 60_000 });
	await lesson.runChecks();
	await expect(lesson.page.getByText("5/5 passed")).toBeVisible();
}

/** A mark in the tab: it is gone when the page was loaded again. */
async function mark(lesson: LessonPage): Promise<() => Promise<void>> {
	await lesson.page.evaluate(() => Object.assign(window, { stillHere: true }));
	return async () => expect(await lesson.page.evaluate(() => "stillHere" in window)).toBe(true);
}

async function withAction(body: string): Promise<string> {
	return (await firstSolution()).replace('"use server";', `"use server";\n${body}`);
}

test.beforeEach(async ({ lesson }) => lesson.open(FIRST));

test("a syntax error", async ({ lesson, page }) => {
	const samePage = await mark(lesson);
	await lesson.setText(`}}} const = ;\n${await firstSolution()}`);
	await expect(page.locator(".monaco-editor .squiggly-error").first()).toBeVisible({ timeout: EDIT_TIMEOUT });
	await lesson.runChecks();
	await expect(page.getByText(/answered with an error/i).first()).toBeVisible();
	await mended(lesson, "After a syntax error");
	await samePage();
});

test("an error thrown at module level", async ({ lesson, page }) => {
	const samePage = await mark(lesson);
	await lesson.setText(`throw new Error("module level boom");\n${await firstSolution()}`);
	await page.getByRole("tab", { name: "Server log" }).click();
	await expect(page.getByText("module level boom").first()).toBeVisible({ timeout: EDIT_TIMEOUT });
	await page.getByRole("tab", { name: "Checks" }).click();
	await mended(lesson, "After a throw");
	await samePage();
});

test("process.exit() in an action", async ({ lesson, page }) => {
	const samePage = await mark(lesson);
	await lesson.setText(await withAction("process.exit(3);"));
	await expect(page.getByText("Saved in this browser")).toBeVisible();
	await lesson.runChecks();
	await expect(page.getByText(/process ended/i).first()).toBeVisible();
	await mended(lesson, "After an exit");
	await samePage();
});

test("while(true) in an action", async ({ lesson, page }) => {
	const samePage = await mark(lesson);
	await lesson.setText(await withAction("while (true) {}"));
	await lesson.runChecks();
	await expect(page.getByText(/loop that never ends/i).first()).toBeVisible();
	await mended(lesson, "After a loop");
	await samePage();
});

test("an action that never returns", async ({ lesson, page }) => {
	const samePage = await mark(lesson);
	await lesson.setText(await withAction("await new Promise(() => {});"));
	await lesson.runChecks();
	await expect(page.getByText(/did not answer .* within/i).first()).toBeVisible();
	await mended(lesson, "After an endless wait");
	await samePage();
});

test("a deleted layout", async ({ lesson, page }) => {
	const samePage = await mark(lesson);
	await page.getByRole("treeitem", { name: /^layout\.tsx/ }).click();
	await page.getByRole("button", { name: "Delete app/layout.tsx" }).click();
	await expect(page.getByRole("treeitem", { name: /^layout\.tsx/ })).toHaveCount(0);
	await expect(page.getByText(/every app needs a root layout/)).toBeVisible();
	await page.getByRole("button", { name: /^undo/i }).click();
	await expect(page.getByRole("treeitem", { name: /^layout\.tsx/ })).toBeVisible();
	await page.getByRole("tab", { name: /^page\.tsx/ }).click();
	await mended(lesson, "After a deleted layout");
	await samePage();
});

test("a paste of 5 MB", async ({ lesson, page }) => {
	const samePage = await mark(lesson);
	const big = `// ${"x".repeat(98)}\n`.repeat(50_000);
	await lesson.setText(big);
	await expect(page.getByText(/larger than 1 MB/).first()).toBeVisible({ timeout: 30_000 });
	await lesson.previewShows("heading", "Guestbook");
	await mended(lesson, "After a big paste");
	await samePage();
});

test("an action that throws is shown with its message, and the sandbox goes on", async ({ lesson, page }) => {
	const samePage = await mark(lesson);
	await lesson.setText(await withAction('throw new Error("out of paper");'));
	await expect(page.getByText("Saved in this browser")).toBeVisible();
	await lesson.runChecks();
	await expect(page.getByText("out of paper").first()).toBeVisible();
	await mended(lesson, "After a throwing action");
	await samePage();
});
