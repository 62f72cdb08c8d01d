import { join } from "node:path";
import { build } from "esbuild";
import type { GenerateStep } from "./step";

const SOURCE = "sandbox-templates/webcontainer/async-context";
const OUTPUT = ".generated/webcontainer/async-context.cjs";

const step: GenerateStep = {
	name: "async-context",
	inputs: [SOURCE, "scripts/generate/async-context.ts"],
	outputs: [OUTPUT],
	run: (root) => buildAsyncContext(root),
};
export default step;

/**
 * Bundles the async context into the one file that every process of a WebContainer loads first. Writes
 * `.generated/webcontainer/async-context.cjs` below `root` (absolute), or `outfile` where one is given (absolute).
 */
export async function buildAsyncContext(root: string, outfile: string = join(root, OUTPUT)): Promise<void> {
	await build({
		absWorkingDir: root,
		entryPoints: [`${SOURCE}/async-context.ts`],
		outfile,
		bundle: true,
		platform: "node",
		format: "cjs",
		target: "node20",
		legalComments: "none",
		logLevel: "warning",
		tsconfigRaw: {},
		// It must not be lowered itself: it looks at what the host does with a native `await`.
		banner: { js: "/*async-context: lowered*/" },
		footer: { js: 'module.exports = require("node:async_hooks");' },
	});
}
