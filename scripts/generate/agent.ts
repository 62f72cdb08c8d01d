import { join } from "node:path";
import { build } from "esbuild";
import type { GenerateStep } from "./step";

const SOURCE = "sandbox-templates/agent";
const OUTPUT = ".generated/agent";

/** Bundles the agent and its recorder into the two files that stand in every sandbox. */
const step: GenerateStep = {
	name: "agent",
	inputs: [SOURCE, "lib/sandbox/agent-protocol.ts", "lib/sandbox/errors.ts", "scripts/generate/agent.ts"],
	outputs: [`${OUTPUT}/agent.mjs`, `${OUTPUT}/recorder.cjs`],
	async run(root) {
		const shared = {
			absWorkingDir: root,
			bundle: true,
			platform: "node",
			target: "node20",
			legalComments: "none",
			logLevel: "warning",
			// Given here, not found upwards: the bundle shall not depend on where the build is started.
			tsconfig: join(root, "tsconfig.json"),
		} as const;
		await Promise.all([
			build({
				...shared,
				entryPoints: [`${SOURCE}/agent.ts`],
				outfile: `${OUTPUT}/agent.mjs`,
				format: "esm",
			}),
			build({
				...shared,
				entryPoints: [`${SOURCE}/recorder/recorder.ts`],
				outfile: `${OUTPUT}/recorder.cjs`,
				format: "cjs",
			}),
		]);
	},
};

export default step;
