import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS } from "./scripts/chromium-args";
import { findChromium } from "./scripts/find-chromium";

export default defineConfig({
	testDir: "tests/e2e",
	testMatch: "**/*.spec.ts",
	outputDir: "test-results",
	globalSetup: "./tests/e2e/helpers/product-under-test.ts",
	// Each page has a sandbox with a Next.js of its own: more at a time only makes all of them slow.
	workers: 1,
	fullyParallel: false,
	forbidOnly: Boolean(process.env.CI),
	retries: process.env.CI ? 2 : 0,
	timeout: 180_000,
	expect: { timeout: 20_000 },
	reporter: [["list"]],
	use: {
		// Set by the global setup, before a worker reads this file.
		baseURL: process.env.PLAYGROUND_URL,
		// Tests paste into the editor as a person does.
		permissions: ["clipboard-read", "clipboard-write"],
		viewport: { width: 1440, height: 900 },
		trace: "retain-on-failure",
		screenshot: "only-on-failure",
		launchOptions: { executablePath: await findChromium(), args: CHROMIUM_ARGS },
	},
});
