import { findLesson, listLessons, listVariants, readVariant } from "@/lib/lessons/load";
import { SYLLABUS_POINTS } from "@/lib/lessons/syllabus";
import { bundleModules } from "../lessons/modules";
import type { QuizWorld } from "./judge";

/** What the questions may refer to: every point, claim, check and variant of the lessons below `root`. */
export async function readWorld(root: string): Promise<QuizWorld> {
	const claims = new Set<string>();
	const checks = new Set<string>();
	const variants = new Map<string, Map<string, readonly string[] | null>>();
	for (const { slug } of await listLessons({ root })) {
		const { dir } = await findLesson(slug, { root });
		const modules = await bundleModules(root, dir);
		for (const { id } of modules.claims) claims.add(`${slug}#${id}`);
		for (const { id } of modules.checks) checks.add(`${slug}#${id}`);
		const ofLesson = new Map<string, readonly string[] | null>();
		for (const name of await listVariants(slug, { root })) {
			const { expectation } = await readVariant(slug, name, { root });
			ofLesson.set(name, expectation ? Object.keys(expectation.fails) : null);
		}
		variants.set(slug, ofLesson);
	}
	return { points: new Set(SYLLABUS_POINTS.map(({ id }) => id)), claims, checks, variants };
}
