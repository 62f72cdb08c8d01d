import type { CoverageFacts } from "@/lib/lessons/coverage";
import { LessonError } from "@/lib/lessons/error";
import { readSources } from "@/lib/lessons/load";
import { bundleModules } from "./modules";

/**
 * What coverage looks at, of every lesson, without running anything. `root` holds `lessons/`. Lessons whose code cannot
 * be read are named in `faults` and count as empty.
 */
export async function readCoverageFacts(root: string): Promise<{ facts: CoverageFacts[]; faults: string[] }> {
	const faults: string[] = [];
	const onPoints = (all: { id: string; points: string[] }[]) => all.map(({ id, points }) => ({ id, points }));
	const facts = await Promise.all(
		(await readSources({ root })).map(async ({ slug, dir, meta: { points } }): Promise<CoverageFacts> => {
			try {
				const { checks, claims } = await bundleModules(root, dir);
				return { slug, points, checks: onPoints(checks), claims: onPoints(claims) };
			} catch (error) {
				if (!(error instanceof LessonError)) throw error;
				faults.push(error.message);
				return { slug, points, checks: [], claims: [] };
			}
		}),
	);
	return { facts, faults };
}
