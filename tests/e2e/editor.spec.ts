import { EDIT_TIMEOUT, expect, FIRST, firstSolution, firstStarter, test, VALIDATE } from "./helpers/lesson";

test("real types: completion of next/cache, no false squiggles, and a real error", async ({
	lesson,
	page,
}) => {
	await lesson.open(FIRST);
	await lesson.setText('import { revalidatePath } from "next/cache";\n\nreval');
	await page.keyboard.press("ControlOrMeta+End");
	await page.keyboard.press("Control+Space");
	await expect(page.locator(".suggest-widget").getByText("revalidatePath").first()).toBeVisible({
		timeout: EDIT_TIMEOUT,
	});
	await page.keyboard.press("Escape");
	// The app shows its error overlay, which asks for the focus: the keyboard stays with the person who types.
	await expect(lesson.app.getByText("reval is not defined").first()).toBeVisible({ timeout: EDIT_TIMEOUT });
	await expect(page.locator(".monaco-editor.focused")).toHaveCount(1);

	await lesson.setText(await firstSolution());
	await expect(lesson.app.getByRole("heading", { name: "Guestbook" })).toBeVisible({ timeout: EDIT_TIMEOUT });
	await lesson.setText((await firstSolution()).replace('revalidatePath("/")', "revalidatePath(42)"));
	await expect(page.locator(".squiggly-error")).toHaveCount(1, { timeout: EDIT_TIMEOUT });
	await lesson.setText(await firstSolution());
	await expect(page.locator(".squiggly-error")).toHaveCount(0, { timeout: EDIT_TIMEOUT });
});

test("no squiggle in any file of the lesson on forms, as it is given", async ({ lesson, page }) => {
	await lesson.open(VALIDATE);
	for (const file of ["actions.ts", "profile-form.tsx"]) {
		await page.getByRole("tab", { name: new RegExp(`^${file}`) }).click();
		await expect(page.locator(".monaco-editor .view-lines").first()).toBeVisible();
		await expect(page.locator(".squiggly-error")).toHaveCount(0, { timeout: EDIT_TIMEOUT });
	}
});

test("formats with Ctrl+S", async ({ lesson, page }) => {
	await lesson.open(FIRST);
	await lesson.setText("export   default function Page( ) { return <h1>Loose   </h1> }");
	await page.keyboard.press("ControlOrMeta+s");
	await expect(page.locator(".view-lines")).toContainText("export default function Page() {", {
		timeout: EDIT_TIMEOUT,
	});
});

test("edits survive a reload and can be taken back by reset and undo", async ({ lesson, page }) => {
	await lesson.open(FIRST);
	await lesson.setText((await firstStarter()).replace("Guestbook</h1>", "Kept</h1>"));
	await lesson.previewShows("heading", "Kept");
	await expect(page.getByText("Saved in this browser")).toBeVisible();
	await page.reload();
	await lesson.previewShows("heading", "Kept");

	await page.getByRole("button", { name: "Reset file" }).click();
	await lesson.previewShows("heading", "Guestbook");
	await page.getByRole("button", { name: /^undo/i }).click();
	await lesson.previewShows("heading", "Kept");
});

test("the solution stands beside the learner's code, is applied, and can be undone", async ({
	lesson,
	page,
}) => {
	await lesson.open(FIRST);
	await page.getByRole("button", { name: "Solution" }).click();
	await expect(page.getByRole("region", { name: "Solution" })).toContainText("revalidatePath", {
		timeout: EDIT_TIMEOUT,
	});
	await page.getByRole("button", { name: "Apply to this file" }).click();
	await lesson.runChecks();
	await expect(page.getByText("5/5 passed")).toBeVisible();
	await page.getByRole("button", { name: /^undo/i }).click();
	await lesson.runChecks();
	await expect(page.getByText("0/5 passed")).toBeVisible();
});

test("a new page is made, shown, renamed and deleted, and leaves no ghost", async ({ lesson, page }) => {
	await lesson.open(FIRST);
	await page.getByRole("button", { name: "New file" }).click();
	await page.keyboard.press("ControlOrMeta+A");
	await page.keyboard.type("app/about/page.tsx");
	await page.keyboard.press("Enter");
	await lesson.setText("export default function About() { return <h1>About us</h1>; }");
	const address = page.getByRole("textbox", { name: "Address in the app" });
	await address.fill("/about");
	await address.press("Enter");
	await lesson.previewShows("heading", "About us");

	await page.getByRole("button", { name: "Delete app/about/page.tsx" }).click();
	await address.fill("/about");
	await address.press("Enter");
	await lesson.previewShows("heading", /404/);
});
