import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { coverageOf } from "@/lib/lessons/coverage";
import { readCoverageFacts } from "../lessons/coverage-facts";
import { readQuizFiles } from "../quiz/read";
import type { GenerateStep } from "./step";

/** Writes `.generated/coverage.ts`: the table of points for the authors' page. */
const step: GenerateStep = {
	name: "coverage",
	inputs: [
		"lessons",
		"lib/lessons",
		"lib/quiz",
		"lib/checks/define.ts",
		"scripts/generate/coverage.ts",
		"scripts/lessons/coverage-facts.ts",
	],
	outputs: [".generated/coverage.ts"],
	async run(root) {
		const { facts } = await readCoverageFacts(root);
		await mkdir(join(root, ".generated"), { recursive: true });
		const rows = JSON.stringify(coverageOf(facts, await readQuizFiles(root)), null, "\t");
		await writeFile(
			join(root, ".generated/coverage.ts"),
			`// Generated from lessons/. Do not edit.\nimport type { CoverageRow } from "@/lib/lessons/coverage";\n\nexport const coverage: CoverageRow[] = ${rows};\n`,
		);
	},
};

export default step;
