import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ROOT } from "./root";

/** A small product in which every arrow points the right way … */
const GOOD: Record<string, string> = {
	"tsconfig.json":
		'{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "jsx": "react-jsx", "paths": { "@/*": ["./*"] } } }',
	"package.json":
		'{ "dependencies": { "react": "1", "next": "1", "zustand": "1", "mdx-bundler": "1" }, "devDependencies": { "vitest": "1" } }',
	...installed("react", "next", "vitest", "mdx-bundler"),
	"node_modules/next/cache.js": "module.exports = {};",
	...installed("zustand"),
	"node_modules/zustand/vanilla.js": "module.exports = {};",
	"app/page.tsx": imports("@/components/lesson/view", "@/lib/sandbox/machines/local/server/host"),
	"components/lesson/view.tsx": imports("react", "@/lib/workspace/workspace", "next"),
	"lib/workspace/types.ts": "export interface Edits { a: string }",
	"lib/workspace/workspace.ts": imports(
		"zustand/vanilla",
		"@/lib/sandbox/files",
		"@/lib/util/delay",
		"./edits",
	),
	"lib/workspace/edits.ts": imports("@/lib/lessons/types"),
	"lib/lessons/types.ts": imports("@/lib/workspace/types"),
	"lib/lessons/load.ts": imports("mdx-bundler"),
	"lib/checks/index.ts": "export const defineChecks = 1;",
	"lib/checks/engine/run.ts": imports("@/lib/sandbox/runner"),
	"lib/sandbox/files.ts": "export const files = 1;",
	"lib/sandbox/runner.ts": "export const runner = 1;",
	"lib/sandbox/errors.ts": "export const errors = 1;",
	"lib/sandbox/agent-protocol.ts": "export const protocol = 1;",
	"lib/sandbox/bridge/messages.ts": "export const messages = 1;",
	"lib/sandbox/session/session.ts": imports("../runner"),
	"lib/sandbox/machines/local/server/host.ts": imports("node:fs"),
	"lib/util/delay.ts": "export const delay = 1;",
	"lib/playground/playground.ts": imports("@/lib/sandbox/session/session", "@/lib/checks/engine/run"),
	"lib/playground/playground.test.ts": imports("vitest", "@/tests/helper"),
	"tests/helper.ts": "export const helper = 1;",
	"scripts/tool.ts": "export const tool = 1;",
	"lessons/01-a/01-b/checks.ts": imports("@/lib/checks"),
	"sandbox-templates/agent/agent.ts": imports("@/lib/sandbox/agent-protocol", "@/lib/sandbox/errors"),
	"sandbox-templates/bridge/bridge.ts": imports("@/lib/sandbox/bridge/messages"),
};

/** … and what breaks each rule, by the file it stands in. */
const BAD: Record<string, [rule: string, text: string]> = {
	"lib/bad/ui.ts": ["lib-knows-no-ui", imports("react")],
	"lib/bad/next.ts": ["lib-knows-no-ui", imports("next/cache")],
	"lib/bad/store.ts": ["lib-knows-no-ui", imports("zustand")],
	"lib/bad/types-too.ts": ["lib-knows-no-ui", 'import type { FC } from "react";\nexport type A = FC;'],
	"lib/bad/component.ts": ["no-components-below", imports("@/components/lesson/view")],
	"lib/bad/route.ts": ["nobody-imports-routes", imports("@/app/page")],
	"lib/bad/inside.ts": ["features-by-contract", imports("@/lib/workspace/edits")],
	"lib/bad/session.ts": ["features-by-contract", imports("../sandbox/session/session")],
	"lib/bad/composer.ts": ["features-by-contract", imports("@/lib/playground/playground")],
	"lib/bad/prose.ts": ["mdx-in-lessons-only", imports("mdx-bundler")],
	"lib/bad/tool.ts": ["no-tools-in-the-product", imports("@/scripts/tool")],
	"lib/bad/dev.ts": ["no-dev-dependency-in-the-product", imports("vitest")],
	"lib/bad/gone.ts": ["unresolvable", imports("./nowhere")],
	"lib/bad/one.ts": ["no-cycles", imports("./two")],
	"lib/util/high.ts": ["util-stands-below", imports("@/lib/sandbox/files")],
	"components/bad/route.tsx": ["nobody-imports-routes", imports("@/app/page")],
	"components/bad/server.tsx": [
		"no-server-code-in-components",
		imports("@/lib/sandbox/machines/local/server/host"),
	],
	"lessons/01-a/02-bad/checks.ts": ["authors-see-published-checks-only", imports("@/lib/checks/engine/run")],
	"lessons/01-a/02-bad/claims.ts": ["authors-see-published-checks-only", imports("@/lib/sandbox/files")],
	"sandbox-templates/agent/bad.ts": ["sandboxes-see-contracts-only", imports("@/lib/sandbox/files")],
	"sandbox-templates/bridge/bad.ts": ["sandboxes-see-contracts-only", imports("@/lib/util/delay")],
};

// Another program is started twice, and the machine may be busy.
vi.setConfig({ testTimeout: 90_000 });

let good: string;
let bad: string;

beforeAll(async () => {
	good = await write(GOOD);
	const faults = Object.fromEntries(Object.entries(BAD).map(([file, [, text]]) => [file, text]));
	// A cycle is reported once, for its first file.
	bad = await write({ ...GOOD, ...faults, "lib/bad/two.ts": imports("./one") });
});
afterAll(() => Promise.all([good, bad].map((dir) => rm(dir, { recursive: true }))));

test("a product whose arrows all point the right way has no violation", async () => {
	expect(await violations(good)).toEqual([]);
});

test("every violation is found, under its rule, and nothing else is", async () => {
	const expected = Object.entries(BAD).map(([file, [rule]]) => `${file}: ${rule}`);
	expect(await violations(bad)).toEqual(expected.sort());
});

/** `file: rule`, sorted. */
async function violations(dir: string): Promise<string[]> {
	const program = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
	const config = join(ROOT, ".dependency-cruiser.mjs");
	const folders = ["app", "components", "lib", "lessons", "sandbox-templates"];
	const args = [program, ...folders, "--config", config, "--output-type", "err"];
	const { code, stdout } = await new Promise<{ code: number; stdout: string }>((resolve) => {
		execFile(process.execPath, args, { cwd: dir, maxBuffer: 1e8 }, (error, stdout) =>
			resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout }),
		);
	});
	const found = [...stdout.matchAll(/^ *error ([\w-]+): (\S+)/gm)].map(
		([, rule, file]) => `${file}: ${rule}`,
	);
	// The exit code is what stops `npm test`.
	expect(code > 0).toBe(found.length > 0);
	return [...new Set(found)].sort();
}

async function write(files: Record<string, string>): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), "arrows-"));
	for (const [file, text] of Object.entries(files)) {
		await mkdir(dirname(join(dir, file)), { recursive: true });
		await writeFile(join(dir, file), text);
	}
	return dir;
}

function imports(...names: string[]): string {
	const uses = names.map((name, index) => `import * as a${index} from "${name}";`);
	return `${uses.join("\n")}\nexport const used = [${names.map((_, index) => `a${index}`).join(", ")}];\n`;
}

function installed(...names: string[]): Record<string, string> {
	return Object.fromEntries(
		names.flatMap((name) => [
			[`node_modules/${name}/package.json`, `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`],
			[`node_modules/${name}/index.js`, "module.exports = {};"],
		]),
	);
}
