import { expect, FIRST, test } from "./helpers/lesson";

const PAGES = [
	"/",
	`/lessons/${FIRST}`,
	"/quiz",
	"/review",
	"/mock",
	"/summary",
	"/workshop",
	"/join",
	// Made for each request.
	"/join/ACDEFG?hub=nonsense",
	"/workshop/ACDEFG",
	"/authors/coverage",
	"/there-is-no-such-page",
];

test("every page has a strict policy, breaks none of it, and works", async ({ page }) => {
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(globalThis, { violations: seen });
		addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
			seen.push(`${effectiveDirective} ${blockedURI}`),
		);
	});
	for (const path of PAGES) {
		const response = await page.goto(path);
		const policy = response?.headers()["content-security-policy"] ?? "";
		expect(policy, path).toMatch(/script-src 'self'( '(?:sha256|nonce)-[^' ]+')+;/);
		expect(policy, path).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*\*/);
		// React has taken the page over: its scripts run.
		await page.waitForFunction(() =>
			[...document.querySelectorAll("a, button")].some((element) =>
				Object.keys(element).some((key) => key.startsWith("__reactProps$")),
			),
		);
		expect(await page.evaluate(() => (globalThis as { violations?: string[] }).violations), path).toEqual([]);
	}
});

test("a script that somebody got into a page is not run", async ({ page }) => {
	await page.goto("/");
	const ran = await page.evaluate(() => {
		const script = document.createElement("script");
		script.textContent = "globalThis.hacked = true";
		document.body.append(script);
		const holder = document.createElement("div");
		holder.innerHTML = '<img src="/none" onerror="globalThis.hacked = true">';
		document.body.append(holder);
		// The attribute would be called before this, as it was there first.
		return new Promise((resolve) =>
			holder.firstElementChild?.addEventListener("error", () => resolve("hacked" in globalThis)),
		);
	});
	expect(ran).toBe(false);
	await page.goto("/join/%3Cscript%3Ehacked=1%3C%2Fscript%3E");
	expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
});
