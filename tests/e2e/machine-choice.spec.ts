import type { Locator, Page } from "@playwright/test";
import { expect, FIRST, firstSolution, test } from "./helpers/lesson";

/** Where the service of WebContainers is not: nobody listens there. */
const NOBODY = "http://localhost:9";

/** A page whose WebContainers would come from {@link NOBODY}, with everything else they need. */
async function withoutService(page: Page): Promise<void> {
	await page.addInitScript((url) => {
		(globalThis as { WEBCONTAINER_API_IFRAME_URL?: string }).WEBCONTAINER_API_IFRAME_URL = url;
	}, NOBODY);
	const snapshot = {
		url: "/snapshot-of-a-spec",
		bytes: 1,
		compressedBytes: 1,
		files: 1,
		nextVersion: "16.3.7",
	};
	await page.route("**/api/snapshot", (route) => route.fulfill({ json: snapshot }));
	await page.route("**/snapshot-of-a-spec", (route) => route.fulfill({ body: "s" }));
}

/** The server of a site that has nothing but WebContainers. */
async function onlyWebContainers(page: Page): Promise<void> {
	const policy = { offered: ["webcontainer"], hosted: true, apiKey: null };
	await page.route("**/api/machine-policy", (route) => route.fulfill({ json: policy }));
}

const pill = (page: Page): Locator => page.getByRole("button", { name: /^Sandbox:/ });
const standIn = /^Sandbox: This computer.*in place of this browser/;
const menu = (page: Page): Locator => page.getByRole("region", { name: "Where the app runs" });

test("pages are isolated, however one comes to a lesson, and the app of this computer works inside", async ({
	page,
	lesson,
}) => {
	await page.goto("/");
	const isolated = () => page.evaluate(() => crossOriginIsolated && typeof SharedArrayBuffer === "function");
	expect(await isolated()).toBe(true);
	await page.locator(`a[href="/lessons/${FIRST}"]`).first().click();
	await lesson.previewShows("heading");
	expect(await isolated()).toBe(true);
	await page.reload();
	await lesson.previewShows("heading");
	expect(await isolated()).toBe(true);

	// Hydrated, with its cookies: what a check does in the preview needs both.
	await lesson.setText(await firstSolution());
	await lesson.runChecks();
	await expect(page.getByText("5/5 passed")).toBeVisible();
	await lesson.previewShows("heading");
	const frame = page.frames().find((candidate) => candidate.parentFrame() === page.mainFrame())!;
	await frame.evaluate(() => {
		// biome-ignore lint/suspicious/noDocumentCookie: an app's own way to set one
		document.cookie = "taste=oat; SameSite=Lax; Path=/";
	});
	const again = page.waitForRequest((request) => request.frame() === frame && request.isNavigationRequest());
	await frame.evaluate(() => location.reload());
	expect((await (await again).allHeaders()).cookie).toContain("taste=oat");
});

test("chosen by the address: what refuses hands over to this computer, and says why", async ({
	page,
	lesson,
}) => {
	await withoutService(page);
	await page.goto(`/lessons/${FIRST}?machine=webcontainer`);
	await lesson.previewShows("heading");
	await pill(page).click();
	const refusal = page.getByRole("listitem").filter({ hasText: "This browser: service not reachable" });
	await expect(refusal).toContainText(NOBODY);
	await expect(refusal).toContainText("What to do: See whether you are online");
	await expect(page.getByText(/runs on this computer instead/)).toBeVisible();
	await expect(menu(page).getByRole("button", { pressed: true })).toContainText("This browser");
});

test("chosen in the menu: files stay, the choice is kept, and the address is stronger", async ({
	page,
	lesson,
}) => {
	// Four starts of an app, two of them after a machine that refuses late.
	test.slow();
	await withoutService(page);
	await page.goto(`/lessons/${FIRST}?machine=local`);
	await lesson.previewShows("heading");
	await expect(pill(page)).toHaveAccessibleName("Sandbox: This computer");
	await lesson.setText((await firstSolution()).replace("Guestbook</h1>", "Mine</h1>"));
	await lesson.previewShows("heading", "Mine");
	await lesson.runChecks();
	const tally = await page.getByText(/\d\/\d+ passed/).textContent();

	await pill(page).click();
	await menu(page)
		.getByRole("button", { name: /^This browser/ })
		.click();
	await expect(page).not.toHaveURL(/machine=/);
	await expect(pill(page)).toHaveAccessibleName(standIn, { timeout: 90_000 });
	await lesson.previewShows("heading", "Mine");
	expect(await page.getByText(/\d\/\d+ passed/).textContent()).toBe(tally);

	await page.reload();
	await expect(pill(page)).toHaveAccessibleName(standIn, { timeout: 90_000 });
	await lesson.previewShows("heading", "Mine");

	await page.goto(`/lessons/${FIRST}?machine=local`);
	await lesson.previewShows("heading", "Mine");
	await expect(pill(page)).toHaveAccessibleName("Sandbox: This computer");
});

test("none can run: the one thing that is in the way is named, the lesson stays readable, a retry begins anew", async ({
	page,
}) => {
	await withoutService(page);
	await onlyWebContainers(page);
	await page.goto(`/lessons/${FIRST}`);
	const notice = page.getByRole("alert").filter({ hasText: "No sandbox can run here" });
	await expect(notice).toContainText("This browser: service not reachable", { timeout: 60_000 });
	await expect(notice).toContainText(NOBODY);
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

	const checks = page.getByRole("region", { name: "Checks and logs" });
	await expect(checks.getByText(/what the reference solution did when it was recorded/)).toBeVisible();
	await checks.getByRole("listitem").first().getByRole("button").first().click();
	await expect(checks.getByRole("region", { name: "Recorded with the reference solution" })).toContainText(
		/Next\.js 16\./,
	);

	await notice.getByRole("button", { name: "Try again" }).click();
	await expect(page.getByText("Getting a sandbox").first()).toBeVisible();
	await expect(notice).toBeVisible({ timeout: 60_000 });
});

test("a page that is not isolated says so at once, and offers to be loaded anew", async ({ page }) => {
	await onlyWebContainers(page);
	await withoutService(page);
	// As behind a proxy that takes the headers away; that a browser then says so is shown by the conformance specs.
	await page.addInitScript(() => Object.defineProperty(globalThis, "crossOriginIsolated", { value: false }));
	await page.goto(`/lessons/${FIRST}`);
	const notice = page.getByRole("alert").filter({ hasText: "No sandbox can run here" });
	await expect(notice).toContainText("This browser: page not isolated", { timeout: 60_000 });
	const loaded = page.waitForEvent("load");
	await notice.getByRole("button", { name: "Reload the page" }).click();
	await loaded;
	await expect(notice).toBeVisible({ timeout: 60_000 });
});
