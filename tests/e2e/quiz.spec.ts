import { readFile, writeFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { loadQuizPart, quizQuestions } from "../../.generated/quiz";
import type { ShownQuestion } from "../../lib/quiz/types";
import { expect, FIRST, firstSolution, test } from "./helpers/lesson";

type Kind = ShownQuestion["kind"];

type OfKind<K extends Kind, Q = ShownQuestion> = Q extends { kind: infer Kinds }
	? K extends Kinds
		? Q
		: never
	: never;

/** The first question of a kind, whatever the writers have made of it. */
async function firstOf<K extends Kind>(kind: K): Promise<OfKind<K>> {
	const info = quizQuestions.find((question) => question.kind === kind);
	if (!info) throw new Error(`There is no question of the kind ${kind}.`);
	const question = (await loadQuizPart[info.part]!()).find(({ id }) => id === info.id);
	return question as OfKind<K>;
}

const addressOf = ({ part, id }: Pick<ShownQuestion, "part" | "id">) =>
	`/quiz/${part}?question=${encodeURIComponent(id)}`;

const plain = (text: string) => text.replaceAll("`", "");

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** Tab until the element has the focus: it must be reachable, in no more than so many steps. */
async function tabTo(page: Page, target: ReturnType<Page["getByRole"]>, steps = 40): Promise<void> {
	for (let step = 0; step < steps; step += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press("Tab");
	}
	throw new Error(`The keyboard does not reach ${String(target)} within ${steps} steps.`);
}

/** In a group of radio buttons the arrows choose. */
async function arrowTo(page: Page, target: ReturnType<Page["getByRole"]>): Promise<void> {
	for (let step = 0; step < 30; step += 1) {
		await page.keyboard.press("ArrowDown");
		if (await target.isChecked()) return;
	}
	throw new Error(`The arrows do not choose ${String(target)}.`);
}

const verdict = (page: Page) =>
	page.getByRole("heading", { level: 3, name: /^(Right|Partly right|Not right)/ });
const check = (page: Page) => page.getByRole("button", { name: "Check my answer" });

/** Sends the answer by keyboard; the focus goes on to the verdict. */
async function send(page: Page, words: string): Promise<void> {
	await tabTo(page, check(page));
	await page.keyboard.press("Enter");
	await expect(verdict(page)).toHaveText(words);
	await expect(verdict(page)).toBeFocused();
	await expectAccessible(page);
}

test.describe("by keyboard alone, with axe before and after", () => {
	test.beforeEach(async ({ page }) => {
		// Axe would measure the contrast of text that is still fading in.
		await page.emulateMedia({ reducedMotion: "reduce" });
	});

	for (const kind of ["single", "predictOutput"] as const) {
		test(`${kind}: arrows choose, Enter sends`, async ({ page }) => {
			const question = await firstOf(kind);
			await page.goto(addressOf(question));
			const index = question.options.findIndex(({ correct }) => correct);
			const options = page.getByRole("radio");
			await expect(options).toHaveCount(question.options.length);
			await expectAccessible(page);
			const right = page.getByRole("radio", { name: plain(question.options[index]!.text), exact: true });
			await tabTo(page, options.first());
			await arrowTo(page, right);
			await send(page, "Right");
			for (const { why } of question.options) await expect(page.getByText(plain(why)).first()).toBeVisible();
		});
	}

	test("multiple: Space ticks, and an open answer is not taken", async ({ page }) => {
		const question = await firstOf("multiple");
		await page.goto(addressOf(question));
		await tabTo(page, check(page));
		await page.keyboard.press("Enter");
		await expect(page.getByText("Not all of it is answered yet.")).toBeVisible();
		await expectAccessible(page);
		await page.reload();
		for (const { text } of question.options.filter(({ correct }) => correct)) {
			await tabTo(page, page.getByRole("checkbox", { name: plain(text), exact: true }));
			await page.keyboard.press("Space");
		}
		await send(page, "Right");
	});

	test("true or false: each statement is a group with its own name", async ({ page }) => {
		const question = await firstOf("trueFalseGrid");
		await page.goto(addressOf(question));
		for (const { text, isTrue } of question.statements) {
			const group = page.getByRole("group", { name: plain(text), exact: true });
			await tabTo(page, group.getByRole("radio", { name: "True" }));
			await page.keyboard.press("Space");
			if (!isTrue) await page.keyboard.press("ArrowRight");
			await expect(group.getByRole("radio", { name: isTrue ? "True" : "False" })).toBeChecked();
		}
		await expectAccessible(page);
		await send(page, "Right");
	});

	test("order: a step keeps the focus while it moves, and its place is said", async ({ page }) => {
		const question = await firstOf("order");
		await page.goto(addressOf(question));
		const up = (text: string) => page.getByRole("button", { name: `Move up: ${plain(text)}`, exact: true });
		await expect(up(question.steps[0]!.text)).toBeVisible();
		await expectAccessible(page);
		// Each step in turn is brought up to its place.
		for (const [place, { text }] of question.steps.entries()) {
			await up(text).focus();
			const item = page.getByRole("listitem").filter({ has: up(text) });
			for (let n = 0; n < question.steps.length; n += 1) {
				const at = Number(await item.locator("span").first().textContent());
				if (at === place + 1) break;
				await page.keyboard.press("Enter");
				await expect(up(text)).toBeFocused();
				await expect(page.getByText(`Moved to place ${at - 1} of ${question.steps.length}.`)).toBeAttached();
			}
		}
		await send(page, "Right");
	});

	test("spot the bug: the line, then the reason", async ({ page }) => {
		const question = await firstOf("spotBug");
		await page.goto(addressOf(question));
		const line = page.getByRole("radio", { name: new RegExp(`^Line ${question.bugLines[0]}:`) });
		await tabTo(page, page.getByRole("radio", { name: /^Line 1:/ }));
		await page.keyboard.press("Space");
		if (question.bugLines[0] !== 1) await arrowTo(page, line);
		const reasons = page.getByRole("group", { name: "2. Why?" });
		const reason = question.reasons.find(({ correct }) => correct)!;
		await page.keyboard.press("Tab");
		await expectAccessible(page);
		await arrowTo(page, reasons.getByRole("radio", { name: plain(reason.text), exact: true }));
		await send(page, "Right");
	});

	test("short answer: the model, a rubric to tick, then what the interviewer asks next", async ({ page }) => {
		const question = await firstOf("shortAnswer");
		await page.goto(addressOf(question));
		await tabTo(page, page.getByRole("textbox"));
		await page.keyboard.type("My own words");
		await expectAccessible(page);
		await tabTo(page, page.getByRole("button", { name: "Show the model answer" }));
		await page.keyboard.press("Enter");
		await expect(page.getByRole("heading", { name: "Hold yours against the model" })).toBeFocused();
		await expect(page.getByText("My own words")).toBeVisible();
		await expectAccessible(page);
		for (const { text } of question.rubric) {
			await tabTo(page, page.getByRole("checkbox", { name: plain(text), exact: true }));
			await page.keyboard.press("Space");
		}
		await tabTo(page, page.getByRole("button", { name: "That is what I had" }));
		await page.keyboard.press("Enter");
		await expect(verdict(page)).toHaveText("Right");
		await expect(verdict(page)).toBeFocused();
		await expectAccessible(page);
	});

	test("a kata is reached from its question", async ({ page }) => {
		const question = await firstOf("fixTheCode");
		await page.goto(addressOf(question));
		await expectAccessible(page);
		await tabTo(page, page.getByRole("link", { name: "Open the kata" }));
		await page.keyboard.press("Enter");
		await expect(page).toHaveURL(/\/kata\//);
		await expect(page.getByRole("heading", { level: 1 })).toHaveText(plain(question.ask));
	});
});

for (const colorScheme of ["light", "dark"] as const) {
	test(`axe finds nothing on the pages of questions (${colorScheme})`, async ({ page }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		for (const path of ["/quiz", "/review", "/mock", "/summary", "/quiz/wrong"]) {
			await page.goto(path);
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			await expectAccessible(page);
		}
	});
}

test("nothing is wider than a phone", async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 780 });
	const bug = await firstOf("spotBug");
	for (const path of ["/", "/quiz", "/review", "/mock", "/summary", addressOf(bug)]) {
		await page.goto(path);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
	}
});

test("a wrong answer goes on the shelf, is due for review, and a file takes it along", async ({
	page,
	browser,
}) => {
	const question = await firstOf("single");
	await page.goto(addressOf(question));
	const wrong = question.options.find(({ correct }) => !correct)!;
	await page.getByRole("radio", { name: plain(wrong.text), exact: true }).check();
	await page.getByLabel("I am guessing").check();
	await check(page).click();
	await expect(verdict(page)).toContainText("Not right");
	await page.getByRole("button", { name: "Finish" }).click();
	await expect(page.getByRole("heading", { name: "1 question answered" })).toBeVisible();

	await page.goto("/quiz");
	await expect(page.getByText("1 question whose last answer was not right.")).toBeVisible();
	await page.goto("/");
	await expect(page.getByRole("region", { name: /due/ })).toBeVisible();

	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("button", { name: "Export" }).click(),
	]);
	const file = test.info().outputPath("progress.json");
	await download.saveAs(file);

	const elsewhere = await (await browser.newContext()).newPage();
	const damaged = test.info().outputPath("damaged.json");
	const text = await readFile(file, "utf8");
	await writeFile(damaged, text.replace('"outcome": "wrong"', '"outcome": "splendid"'));
	await elsewhere.goto(new URL("/", page.url()).href);
	await elsewhere.getByLabel("A progress file").setInputFiles(damaged);
	await expect(elsewhere.getByText(/damaged at/)).toBeVisible();
	await expect(elsewhere.getByRole("region", { name: /due/ })).toHaveCount(0);
	await elsewhere.getByLabel("A progress file").setInputFiles(file);
	await expect(elsewhere.getByText(/Imported/)).toBeVisible();
	await elsewhere.goto(new URL("/quiz/wrong", page.url()).href);
	await expect(elsewhere.getByRole("heading", { level: 2 })).toHaveText(plain(question.ask));
	await elsewhere.context().close();
});

test("a mock interview survives a reload, says nothing before its end, and reports by topic", async ({
	page,
}) => {
	await page.goto("/mock");
	await page.getByRole("radio", { name: "15 minutes" }).check();
	await page.getByRole("radio", { name: "25 % more" }).check();
	await page.getByRole("button", { name: "Start the interview" }).click();
	const heading = page.getByRole("heading", { level: 2 });
	await expect(page.getByText(/^Question 1 of/)).toBeVisible();
	const first = await heading.textContent();
	await page.getByLabel("I am guessing").check();
	await page.getByRole("button", { name: "Next" }).click();
	await expect(page.getByText(/^Question 2 of/)).toBeVisible();
	const second = await heading.textContent();
	await expect(verdict(page)).toHaveCount(0);

	await page.reload();
	await expect(page.getByText(/^Question 2 of/)).toBeVisible();
	await expect(heading).toHaveText(second ?? "");
	await page.getByRole("button", { name: "Previous" }).click();
	await expect(heading).toHaveText(first ?? "");
	await expect(page.getByLabel("I am guessing")).toBeChecked();

	await page.getByRole("button", { name: "Pause" }).click();
	await expect(page.getByRole("heading", { name: "Paused" })).toBeVisible();
	await page.reload();
	await expect(page.getByRole("heading", { name: "Paused" })).toBeVisible();
	await page.getByRole("button", { name: "Go on" }).click();
	await expect(heading).toHaveText(first ?? "");

	await page.getByRole("button", { name: "End the interview" }).click();
	await expect(page.getByText(/are still open/)).toBeVisible();
	await page.getByRole("button", { name: "End the interview" }).click();
	await expect(page).toHaveURL(/\/mock\/report\?mock=/);
	await expect(page.getByRole("heading", { name: "By topic" })).toBeVisible();
	await expect(page.getByText("Read next:").first()).toBeVisible();
	await expectAccessible(page);
	await page.goto("/mock");
	await expect(page.getByRole("button", { name: "Start the interview" })).toBeVisible();
	await expect(page.getByRole("region", { name: "Earlier ones" }).getByRole("listitem")).toHaveCount(1);
});

test("a kata is mended in the sandbox, and the next attempt begins on a blank slate", async ({
	page,
	lesson,
}) => {
	const code = page.locator(".monaco-editor .view-lines").first();
	await page.goto(`/kata/${FIRST}/stored-but-not-shown`);
	await lesson.previewShows("heading");
	await expect(code).toContainText("use server", { timeout: 30_000 });
	await expect(code).not.toContainText("revalidatePath");
	await lesson.setText(await firstSolution());
	await expect(code).toContainText("revalidatePath");
	await lesson.runChecks();
	await expect(page.getByRole("heading", { name: "Mended." })).toBeVisible();

	await page.getByRole("button", { name: "Begin again on a blank slate" }).click();
	await expect(page.getByRole("heading", { name: "Mended." })).toHaveCount(0);
	await expect(code).toContainText("use server", { timeout: 30_000 });
	await expect(code).not.toContainText("revalidatePath");
	await page.goto("/quiz");
	await expect(page.getByRole("listitem").filter({ hasText: "Stored but not shown" })).toContainText(
		"solved",
	);
});
