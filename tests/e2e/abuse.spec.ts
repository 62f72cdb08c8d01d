import { expect, FIRST, firstSolution, test } from "./helpers/lesson";

/** What a learner's own code, or what it loads, could say to the page around it. */
function flood(): void {
	const forged = [
		null,
		"x",
		{ type: "reply", id: 1, value: { url: "/forged" } },
		{ type: "location", url: "/forged", title: "forged" },
		{ channel: "server-actions-playground/bridge@1", type: "connect" },
		{ channel: "server-actions-playground/bridge@1", type: "hello", more: "x".repeat(1_000) },
		{ ["__proto__"]: { type: "hello" } },
	];
	for (let n = 0; n < 14_000; n++) parent.postMessage(forged[n % forged.length], "*");
	for (let n = 0; n < 20_000; n++) console.log(`flood ${n}`);
	for (let n = 0; n < 200; n++) setTimeout(() => Promise.reject(new Error(`flood ${n}`)), 0);
}

test("a flood of messages out of the preview, forged ones among them, neither moves nor blocks the page", async ({
	page,
	lesson,
}) => {
	await lesson.open(FIRST);
	await lesson.setText(await firstSolution());
	const frame = page.frames().find((one) => one.parentFrame() === page.mainFrame());
	await frame?.evaluate(flood);
	// A page that was blocked would not take a click.
	await page.getByRole("tab", { name: "Console" }).click();
	await expect(page.getByRole("tabpanel").getByText("flood", { exact: false }).first()).toBeVisible();
	const lines = await page
		.getByRole("tabpanel")
		.getByText(/flood \d+/)
		.count();
	expect(lines).toBeLessThanOrEqual(1_000);
	await expect(page.getByText("forged")).toHaveCount(0);
	await page.getByRole("tab", { name: "Checks" }).click();
	await lesson.runChecks();
	await expect(page.getByText("5/5 passed")).toBeVisible();
});
