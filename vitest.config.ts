import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = [
	{ find: /^@generated\//, replacement: `${root}.generated/` },
	{ find: /^@\//, replacement: root },
	{ find: /^server-only$/, replacement: `${root}tests/empty.ts` },
];
const exclude = ["**/node_modules/**", ".next/**", ".sandboxes/**", "tests/e2e/**"];

// As for Playwright: a loaded machine must not stop a change that has nothing to do with it. Retries are printed.
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
	resolve: { alias },
	test: {
		projects: [
			{
				resolve: { alias },
				test: {
					name: "node",
					retry,
					environment: "node",
					include: ["{lib,scripts,sandbox-templates,tests,app}/**/*.test.ts"],
					exclude: [...exclude, "**/*.dom.test.ts", "tests/webcontainer/**", "tests/abuse/**"],
					testTimeout: 20_000,
				},
			},
			{
				// Needs the snapshot and takes minutes: a stage of its own.
				resolve: { alias },
				test: {
					name: "webcontainer",
					retry,
					environment: "node",
					include: ["tests/webcontainer/**/*.test.ts"],
					testTimeout: 180_000,
					hookTimeout: 300_000,
				},
			},
			{
				// Against the built product.
				resolve: { alias },
				test: {
					name: "abuse",
					retry,
					environment: "node",
					include: ["tests/abuse/**/*.test.ts"],
					testTimeout: 60_000,
				},
			},
			{
				plugins: [react()],
				resolve: { alias },
				test: {
					name: "dom",
					retry,
					environment: "happy-dom",
					include: [
						"{lib,components,app,sandbox-templates}/**/*.dom.test.ts",
						"{components,app}/**/*.test.tsx",
					],
					exclude,
					setupFiles: ["tests/setup-dom.ts"],
				},
			},
		],
	},
});
