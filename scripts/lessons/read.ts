import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LessonError, parseLessonPart } from "@/lib/lessons/error";
import { findLesson, type LessonSource, listVariants, readLesson, readVariant } from "@/lib/lessons/load";
import { compileLesson } from "@/lib/lessons/mdx";
import { readRecording } from "@/lib/lessons/recording";
import { type Equivalent, equivalentsSchema, type MistakeExpectation, modesOf } from "@/lib/lessons/schema";
import { SYLLABUS_POINTS } from "@/lib/lessons/syllabus";
import type { Mode } from "@/lib/sandbox/agent-protocol";
import { exists, filesBelow } from "../files";
import { ROOT } from "../root";
import { idsOfProse, type MdxIds } from "./mdx-ids";
import { type BundledModules, bundleModules } from "./modules";

/** Stands in a scaffold wherever an author must write something; no lesson is accepted with it. */
export const PLACEHOLDER = "REPLACE ME";

const BASE_APP = "sandbox-templates/next-app";

export type Overlay = Record<string, string | null>;

export interface VariantToRun {
	name: string;
	/** The whole overlay over the base app. */
	files: Overlay;
	expectation: MistakeExpectation | null;
	/** Default: the lesson's. */
	mode?: Mode;
}

/** Everything of a lesson that can be known without running it. */
export interface LessonToVerify {
	slug: string;
	source: LessonSource;
	/** `null` where the code could not be bundled; `invalid` says why. */
	modules: BundledModules | null;
	variants: VariantToRun[];
	/** Whole overlays over the base app, by claim id. */
	claimFiles: Record<string, Overlay>;
	claimFolders: string[];
	mdx: MdxIds;
	invalid: string[];
	placeholders: string[];
	/** Whether what its solution does is recorded, of its present files. */
	recorded: boolean;
	/** Overlay of the solution over the starter: what mutants are made of. */
	solution: Overlay;
	/** `null` while the lesson has no `equivalents.json`: nobody has gone through its mutants yet. */
	equivalents: Equivalent[] | null;
}

/**
 * Reads a lesson as far as it can be read; faults are collected, not thrown. `root` holds `lessons/`.
 * Throws a `LessonError` only where there is no such lesson at all or the lesson map itself cannot be read.
 */
export async function readForVerification(slug: string, root: string): Promise<LessonToVerify> {
	const source = await findLesson(slug, { root });
	const invalid: string[] = [];
	const attempt = async <T>(read: () => Promise<T>): Promise<T | null> => {
		try {
			return await read();
		} catch (error) {
			if (!(error instanceof LessonError)) throw error;
			invalid.push(error.message);
			return null;
		}
	};

	const lesson = await attempt(() => readLesson(slug, { root }));
	await attempt(() => compileLesson(slug, { root }));
	const modules = await attempt(() => bundleModules(root, source.dir));
	const variants: VariantToRun[] = [];
	for (const name of lesson ? await listVariants(slug, { root }) : []) {
		const variant = await attempt(() => readVariant(slug, name, { root }));
		if (!variant || !lesson) continue;
		const { edits, expectation } = variant;
		const files = { ...lesson.starter, ...edits };
		variants.push({ name, files, expectation });
		if (name !== "solution") continue;
		// A learner may run it in the other mode as well.
		const others = modesOf(source.meta).filter((mode) => mode !== source.meta.mode);
		for (const mode of others) variants.push({ name: `solution in ${mode}`, files, expectation, mode });
	}
	if (lesson) invalid.push(...(await missingFiles(source, lesson.starter)));
	invalid.push(...unknownPoints(source, modules));
	const equivalents = await attempt(() => readEquivalents(root, source.dir));

	const claimFiles = Object.fromEntries(
		(modules?.claims ?? []).map(({ id }) => [
			id,
			{ ...lesson?.starter, ...lesson?.solution, ...lesson?.claimFiles[id] },
		]),
	);
	return {
		slug,
		source,
		modules,
		variants,
		claimFiles,
		claimFolders: Object.keys(lesson?.claimFiles ?? {}),
		mdx: idsOfProse(source.body),
		invalid,
		placeholders: await findPlaceholders(root, source.dir),
		recorded: lesson !== null && (await attempt(() => readRecording(slug, { root }))) !== null,
		solution: lesson?.solution ?? {},
		equivalents,
	};
}

/** `equivalents.json`, where there is one. Throws a `LessonError`. */
async function readEquivalents(root: string, dir: string): Promise<Equivalent[] | null> {
	const file = `${dir}/equivalents.json`;
	if (!(await exists(join(root, file)))) return null;
	const text = await readFile(join(root, file), "utf8");
	try {
		return parseLessonPart(equivalentsSchema, JSON.parse(text), file);
	} catch (error) {
		if (error instanceof LessonError) throw error;
		throw new LessonError(file, `not JSON: ${String(error)}`, { cause: error });
	}
}

/** Tabs named in the frontmatter for which neither the starter nor the base app has a file. */
async function missingFiles({ dir, meta }: LessonSource, starter: Overlay): Promise<string[]> {
	const missing: string[] = [];
	for (const path of meta.open) {
		const text = starter[path];
		const present = text === undefined ? await exists(join(ROOT, BASE_APP, path)) : text !== null;
		if (!present) missing.push(`${dir}/lesson.mdx: "open" names ${path}, which the starter does not have`);
	}
	return missing;
}

function unknownPoints({ dir, meta }: LessonSource, modules: BundledModules | null): string[] {
	const known = new Set(SYLLABUS_POINTS.map(({ id }) => id));
	const places = [
		{ place: `${dir}/lesson.mdx`, points: meta.points },
		...(modules?.checks ?? []).map(({ id, points }) => ({ place: `${dir}/checks.ts: ${id}`, points })),
		...(modules?.claims ?? []).map(({ id, points }) => ({ place: `${dir}/claims.ts: ${id}`, points })),
	];
	return places.flatMap(({ place, points }) =>
		points
			.filter((point) => !known.has(point))
			.map((point) => `${place}: the syllabus has no point "${point}"`),
	);
}

async function findPlaceholders(root: string, dir: string): Promise<string[]> {
	const found: string[] = [];
	for (const file of await filesBelow(root, dir)) {
		if ((await readFile(join(root, file), "utf8")).includes(PLACEHOLDER)) found.push(file);
	}
	return found;
}
