import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ROOT } from "../root";
import { PATCHES } from "./patches";
import { makeWorkshop } from "./workshop";

const folder = join(ROOT, ".sandboxes", `workshop-test-${process.pid}`);
afterAll(() => rm(folder, { recursive: true, force: true }));

it("has every package of ours that a patched file asks for", { timeout: 120_000 }, async () => {
	const asked = PATCHES.flatMap(({ replace }) => [...replace.matchAll(/require\('(@playground\/[^']+)'\)/g)]);
	const packages = new Set(asked.map(([, name = ""]) => name));
	expect([...packages]).toEqual(["@playground/config-compiler"]);
	await makeWorkshop(ROOT, folder);
	for (const name of packages)
		expect(existsSync(join(folder, "node_modules", name, "index.js")), name).toBe(true);
});
