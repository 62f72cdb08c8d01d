import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readSources } from "@/lib/lessons/load";
import type { GenerateStep } from "./step";

/**
 * Writes `.generated/lessons.ts`: how to load the code of each lesson. A bundler must see each import in full, so the
 * list cannot be made at run time.
 */
const step: GenerateStep = {
	name: "lessons",
	inputs: ["lessons", "scripts/generate/lessons.ts", "lib/lessons"],
	outputs: [".generated/lessons.ts"],
	async run(root) {
		const rows: string[] = [];
		for (const { slug, dir } of await readSources({ root })) {
			const claims = (await exists(join(root, dir, "claims.ts")))
				? `() => import("../${dir}/claims")`
				: "async () => ({ default: [] })";
			rows.push(
				`\t${JSON.stringify(slug)}: {\n\t\tchecks: () => import("../${dir}/checks"),\n\t\tclaims: ${claims},\n\t},\n`,
			);
		}
		await mkdir(join(root, ".generated"), { recursive: true });
		await writeFile(
			join(root, ".generated/lessons.ts"),
			`// Generated from lessons/. Do not edit.\nimport type { LessonModules } from "@/lib/lessons/types";\n\nexport const lessonModules: Record<string, LessonModules> = {\n${rows.join("")}};\n`,
		);
	},
};

async function exists(file: string): Promise<boolean> {
	return access(file).then(
		() => true,
		() => false,
	);
}

export default step;
