import { readFile } from "node:fs/promises";
import { test as base, expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** Milliseconds a cold sandbox may take on a busy machine; a warm one needs a fraction of it. */
const SANDBOX_TIMEOUT = 90_000;
/** … and an edit until the preview shows it. */
export const EDIT_TIMEOUT = 30_000;

export const FIRST = "convention/your-first-action";
export const VALIDATE = "validation-and-errors/validate-a-form";
export const REVALIDATE = "after-the-mutation/revalidate-a-path";

/** A file of the reference solution of the first lesson. */
export const firstSolution = () =>
	readFile("lessons/01-convention/01-your-first-action/solution/app/page.tsx", "utf8");
export const firstStarter = () =>
	readFile("lessons/01-convention/01-your-first-action/starter/app/page.tsx", "utf8");

/**
 * Types into a field of the app in the preview, as a learner does: the pointer goes there first. A field that only takes
 * the focus, with nobody's pointer near it, may lose it again (lib/sandbox/bridge/focus-guard.ts).
 */
export async function typeInto(field: Locator, text: string): Promise<void> {
	await field.click();
	await field.fill(text);
	await expect(field).toHaveValue(text);
}

/** A lesson page as a learner handles it. */
export class LessonPage {
	readonly checks: Locator;

	constructor(readonly page: Page) {
		this.checks = page.getByRole("region", { name: "Checks and logs" });
	}

	async open(slug: string): Promise<void> {
		await this.page.goto(`/lessons/${slug}`);
		await this.previewShows("heading");
	}

	get app(): FrameLocator {
		return this.page.frameLocator('iframe[title="Preview of your app"]');
	}

	async previewShows(role: "heading" | "alert", name?: string | RegExp): Promise<void> {
		await expect(this.app.getByRole(role, { name }).first()).toBeVisible({ timeout: SANDBOX_TIMEOUT });
	}

	/** Replaces the whole text of the file in the editor, in one paste. */
	async setText(text: string): Promise<void> {
		const editor = this.page.getByRole("textbox", { name: /Control M lets Tab leave the editor/ });
		await expect(editor).toBeAttached({ timeout: 30_000 });
		await editor.focus();
		await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
		await this.page.keyboard.press("ControlOrMeta+A");
		await this.page.keyboard.press("ControlOrMeta+V");
		await this.page.keyboard.press("ControlOrMeta+Home");
	}

	async runChecks(): Promise<void> {
		const run = this.page.getByRole("button", { name: "Run all checks" });
		await run.click();
		await expect(run).toBeVisible({ timeout: 120_000 });
	}

	check(title: string | RegExp): Locator {
		return this.page.getByRole("listitem").filter({ has: this.page.getByRole("button", { name: title }) });
	}
}

export const test = base.extend<{ lesson: LessonPage }>({
	lesson: async ({ page }, use) => use(new LessonPage(page)),
});
export { expect };
