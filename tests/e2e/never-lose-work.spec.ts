import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { EDIT_TIMEOUT, expect, FIRST, firstStarter, LessonPage, test, VALIDATE } from "./helpers/lesson";

/** The parts of a kept workspace that these tests look at and change. */
interface Kept {
	lessonVersion: string;
	editedFrom: Record<string, string | null>;
	edits: Record<string, string | null>;
}

const PAGE = "app/page.tsx";
const DATABASES = ["server-actions-playground", "server-actions-playground-progress"];

// What is kept does not depend on a sandbox; without one the pages are there at once.
test.beforeEach(async ({ context, page }) => {
	// Axe shall not meet colours that are still fading in.
	await page.emulateMedia({ reducedMotion: "reduce" });
	await context.route("**/api/machines/**", (route) => route.abort());
});

test("what is typed is kept within a moment and survives a crash of the tab", async ({ page, context }) => {
	const lesson = await open(page);
	await lesson.setText("// kept through a crash\n");
	await page.waitForFunction(readKept, FIRST);
	expect((await kept(page))?.edits[PAGE]).toBe("// kept through a crash\n");
	await page.goto("chrome://crash").catch(() => undefined);

	const again = await context.newPage();
	await open(again);
	await expect(again.locator(".view-lines")).toContainText("// kept through a crash");
});

test("the last key before a reload is kept", async ({ page }) => {
	const lesson = await open(page);
	await lesson.setText("// ");
	await expect.poll(async () => (await kept(page))?.edits[PAGE]).toBe("// ");
	await page.keyboard.press("ControlOrMeta+End");
	// As if the reload came before any timer: only leaving the page can write what is typed now.
	await page.evaluate(() => Object.assign(window, { setTimeout: () => 0 }));
	await page.keyboard.type("to the end");
	await expect(page.locator(".view-lines")).toContainText("// to the end");
	expect((await kept(page))?.edits[PAGE]).toBe("// ");
	await page.reload();
	await expect(page.locator(".view-lines")).toContainText("// to the end");
});

test("two tabs with different files of a lesson keep the work of both", async ({ page, context }) => {
	const other = await context.newPage();
	const [one, two] = [await open(page, VALIDATE), await open(other, VALIDATE)];
	await page.bringToFront();
	await page.getByRole("tab", { name: /^actions\.ts/ }).click();
	await one.setText("// actions of one");
	await other.bringToFront();
	await other.getByRole("tab", { name: /^profile-form\.tsx/ }).click();
	await two.setText("// form of the other");
	await expect
		.poll(async () => Object.values((await kept(page, VALIDATE))?.edits ?? {}).sort())
		.toEqual(["// actions of one", "// form of the other"]);
	await page.bringToFront();
	await page.getByRole("tab", { name: /^profile-form\.tsx/ }).click();
	await expect(page.locator(".view-lines")).toContainText("// form of the other");
});

test("a reset is undone after a reload, and earlier states can be compared and restored", async ({
	page,
}) => {
	const lesson = await open(page);
	await lesson.setText("// before the reset");
	await page.getByRole("button", { name: "Reset all" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Reset all" }).click();
	await expect(page.locator(".view-lines")).not.toContainText("// before the reset");
	await expect(page.getByText("Saved in this browser")).toBeAttached();
	await page.reload();
	await page.getByRole("button", { name: "Undo: all files reset" }).click();
	await expect(page.locator(".view-lines")).toContainText("// before the reset");

	await page.getByRole("button", { name: "Reset file" }).click();
	await lesson.setText("// written since");
	await page.getByRole("button", { name: "Earlier states" }).click();
	const dialog = page.getByRole("dialog", { name: "Earlier states" });
	await dialog.getByRole("button", { name: /^Before: app\/page\.tsx reset/ }).click();
	await expect(dialog.locator(".editor.modified .view-lines")).toContainText("// before the reset", {
		timeout: EDIT_TIMEOUT,
	});
	await expectAccessible(page, '[role="dialog"]');
	await dialog.getByRole("button", { name: "Restore this state" }).click();
	await expect(page.locator(".view-lines")).toContainText("// before the reset");
	await page.getByRole("button", { name: "Undo: earlier state restored" }).click();
	await expect(page.locator(".view-lines")).toContainText("// written since");
});

test("a new version of a lesson overwrites nothing and asks once: keep, take, or compare", async ({
	page,
}) => {
	const lesson = await open(page);
	await lesson.setText("// mine");
	await expect.poll(async () => (await kept(page))?.edits[PAGE]).toBe("// mine");
	const banner = page.getByRole("region", { name: "New version of the lesson" });
	const reopen = async () => {
		await page.reload();
		await expect(page.locator(".view-lines").first()).toBeVisible();
	};
	/** As if the edits had been made over another text. */
	const becomeOld = async () => {
		await awayFromTheLesson(page);
		await change(page, { lessonVersion: "an-earlier-one", editedFrom: { [PAGE]: "another-hash" } });
		await open(page);
		await expect(banner).toContainText("This lesson has changed since you began.");
	};

	await becomeOld();
	await expect(page.locator(".view-lines")).toContainText("// mine");
	await expectAccessible(page, '[data-pane="code"]');
	await banner.getByRole("button", { name: "Compare" }).click();
	const dialog = page.getByRole("dialog", { name: "Yours and the lesson’s new version" });
	await expect(dialog.locator(".editor.original .view-lines")).toContainText("// mine", {
		timeout: EDIT_TIMEOUT,
	});
	await expectAccessible(page, '[role="dialog"]');
	await dialog.getByRole("button", { name: "Keep mine" }).click();
	await expect(banner).toBeHidden();
	await expect.poll(async () => (await kept(page))?.editedFrom[PAGE]).not.toBe("another-hash");
	await reopen();
	await expect(page.locator(".view-lines")).toContainText("// mine");
	await expect(banner).toBeHidden();

	await becomeOld();
	await banner.getByRole("button", { name: "Take the new one" }).click();
	await expect(banner).toBeHidden();
	const [firstLine = ""] = (await firstStarter()).split("\n");
	await expect(page.locator(".view-lines")).toContainText(firstLine);
	await expect.poll(async () => (await kept(page))?.edits).toEqual({});
	await reopen();
	await page.getByRole("button", { name: "Undo: new version of the lesson taken" }).click();
	await expect(page.locator(".view-lines")).toContainText("// mine");
	await expect(banner).toBeHidden();
});

test("storage that was thrown away is noticed, and an exported file brings everything back", async ({
	page,
}) => {
	const lesson = await open(page);
	await lesson.setText("// in the file");
	await expect(page.getByText("Saved in this browser")).toBeAttached();
	await expect.poll(async () => (await kept(page))?.edits[PAGE]).toBe("// in the file");
	await page.goto("/");
	const downloaded = page.waitForEvent("download");
	await page.getByRole("button", { name: "Export" }).click();
	const file = await (await downloaded).path();
	expect(await readFile(file, "utf8")).toContain("// in the file");

	await awayFromTheLesson(page);
	await page.evaluate(
		(names) =>
			Promise.all(
				names.map(
					(name) =>
						new Promise<void>((resolve, reject) => {
							const request = indexedDB.deleteDatabase(name);
							request.onsuccess = () => resolve();
							request.onerror = () => reject(request.error);
							request.onblocked = () => reject(new Error(`${name} is still open`));
						}),
				),
			),
		DATABASES,
	);
	await page.goto("/");
	const notice = page.getByText("This browser no longer has what was kept here.");
	await expect(notice).toBeVisible();
	await expect(page.getByText(/Gone: your files of 1 lesson and your progress/)).toBeVisible();
	await expectAccessible(page, "body");
	await page.getByLabel("A progress file").first().setInputFiles(file);
	await expect(page.getByText(/^Imported .* your files of 1 lesson\.$/)).toBeVisible();
	await expect(notice).toBeHidden();
	await open(page);
	await expect(page.locator(".view-lines")).toContainText("// in the file");
	await expect(notice).toBeHidden();
});

/** The page of a lesson, with what it keeps read and its editor there. */
async function open(page: Page, slug = FIRST): Promise<LessonPage> {
	await page.goto(`/lessons/${slug}`);
	await expect(page.locator(".view-lines").first()).toBeVisible({ timeout: EDIT_TIMEOUT });
	return new LessonPage(page);
}

async function expectAccessible(page: Page, part: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.include(part)
		// Monaco's own colours are not ours to answer for.
		.exclude(".monaco-editor")
		.analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** A page of the same origin that has no database open and writes nothing. */
async function awayFromTheLesson(page: Page): Promise<void> {
	await page.goto("/api/machine-policy");
}

/** In the page: what IndexedDB holds of a lesson. */
function readKept(slug: string): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open("server-actions-playground");
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const database = opening.result;
			const reading = database.transaction("workspaces").objectStore("workspaces").get(slug);
			reading.onerror = () => reject(reading.error);
			reading.onsuccess = () => {
				database.close();
				resolve(reading.result);
			};
		};
	});
}

const kept = (page: Page, slug = FIRST) => page.evaluate(readKept, slug) as Promise<Kept | undefined>;

async function change(page: Page, changes: Partial<Kept>): Promise<void> {
	const record = { ...(await kept(page)), ...changes };
	await page.evaluate(
		([slug, value]) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open("server-actions-playground");
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const writing = opening.result.transaction("workspaces", "readwrite");
					writing.objectStore("workspaces").put(value, slug);
					writing.onerror = () => reject(writing.error);
					writing.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			}),
		[FIRST, record] as const,
	);
}
