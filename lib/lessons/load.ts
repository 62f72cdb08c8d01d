import { hashText } from "@/lib/sandbox/files";
import type { Edits as Overlay } from "@/lib/workspace/types";
import { LessonError, parseLessonPart } from "./error";
import { numberedFolders, readOverlay, readTextOrNull, subfolders } from "./folders";
import { parseLesson } from "./parse-lesson";
import {
	type LessonFrontmatter,
	type MistakeExpectation,
	mistakeExpectationSchema,
	partSchema,
} from "./schema";
import type { LessonContent, LessonSummary } from "./types";

export interface LoadOptions {
	/** The folder that holds `lessons/`. Default: where the process was started. */
	root?: string;
}

/** Where a lesson is and what its frontmatter says. */
export interface LessonSource {
	slug: string;
	/** Relative to the root: `lessons/03-forms/02-validate-with-zod`. */
	dir: string;
	part: PartInfo;
	meta: LessonFrontmatter;
	/** The MDX below the frontmatter. */
	body: string;
}

export interface PartInfo {
	/** Without the number: `forms`. */
	name: string;
	title: string;
	summary: string;
}

/** One way to write a lesson's app. */
export interface LessonVariant {
	/** `starter`, `solution`, `alternatives/<name>` or `mistakes/<name>`. */
	name: string;
	/** Overlay over the starter: what a learner who wrote this would have changed. */
	edits: Overlay;
	/** For a mistake: which checks must fail, and how. */
	expectation: MistakeExpectation | null;
}

/** All lessons in the order of the lesson map. Throws a `LessonError` that names file and field. */
export async function readSources({ root = process.cwd() }: LoadOptions = {}): Promise<LessonSource[]> {
	const sources: LessonSource[] = [];
	for (const partFolder of await numberedFolders(root, "lessons")) {
		const partDir = `lessons/${partFolder.folder}`;
		const part = { name: partFolder.name, ...(await readPart(root, partDir)) };
		for (const { folder, name } of await numberedFolders(root, partDir)) {
			const slug = `${partFolder.name}/${name}`;
			const twin = sources.find((source) => source.slug === slug);
			if (twin) throw new LessonError(`${partDir}/${folder}`, `has the same name as ${twin.dir}`);
			sources.push({
				slug,
				dir: `${partDir}/${folder}`,
				part,
				...(await readMdx(root, `${partDir}/${folder}`)),
			});
		}
	}
	return sources;
}

/** The lines of the lesson map, in order. */
export async function listLessons(options: LoadOptions = {}): Promise<LessonSummary[]> {
	return (await readSources(options)).map(summaryOf);
}

/** The parts with their lessons, in order. */
export async function listParts(
	options: LoadOptions = {},
): Promise<(PartInfo & { lessons: LessonSummary[] })[]> {
	const parts: (PartInfo & { lessons: LessonSummary[] })[] = [];
	for (const source of await readSources(options)) {
		let part = parts.find(({ name }) => name === source.part.name);
		if (!part) {
			part = { ...source.part, lessons: [] };
			parts.push(part);
		}
		part.lessons.push(summaryOf(source));
	}
	return parts;
}

/** One lesson's place and prose. Throws a `LessonError` where there is no such lesson. */
export async function findLesson(slug: string, options: LoadOptions = {}): Promise<LessonSource> {
	const source = (await readSources(options)).find((candidate) => candidate.slug === slug);
	if (!source) throw new LessonError("lessons", `there is no lesson "${slug}"`);
	return source;
}

/** What a lesson page needs of one lesson. */
export async function readLesson(slug: string, options: LoadOptions = {}): Promise<LessonContent> {
	const { root = process.cwd() } = options;
	const sources = await readSources(options);
	const index = sources.findIndex((source) => source.slug === slug);
	const source = sources[index];
	if (!source) throw new LessonError("lessons", `there is no lesson "${slug}"`);
	const starter = await requireOverlay(root, `${source.dir}/starter`);
	const solution = await requireOverlay(root, `${source.dir}/solution`);
	const claimFiles: LessonContent["claimFiles"] = {};
	for (const id of await subfolders(root, `${source.dir}/claims`)) {
		claimFiles[id] = await requireOverlay(root, `${source.dir}/claims/${id}`);
	}
	const previous = sources[index - 1];
	const next = sources[index + 1];
	return {
		slug,
		meta: source.meta,
		partTitle: source.part.title,
		previous: previous ? summaryOf(previous) : null,
		next: next ? summaryOf(next) : null,
		starter,
		solution,
		claimFiles,
		version: hashText(JSON.stringify([starter, solution, source.meta])),
	};
}

/** The names {@link readVariant} takes for this lesson: starter, solution, then alternatives and mistakes by name. */
export async function listVariants(slug: string, options: LoadOptions = {}): Promise<string[]> {
	const { root = process.cwd() } = options;
	const { dir } = await findLesson(slug, options);
	const names = ["starter", "solution"];
	for (const kind of ["alternatives", "mistakes"]) {
		for (const name of await subfolders(root, `${dir}/${kind}`)) names.push(`${kind}/${name}`);
	}
	return names;
}

/** One variant of a lesson as an overlay over its starter. */
export async function readVariant(
	slug: string,
	variant: string,
	options: LoadOptions = {},
): Promise<LessonVariant> {
	const { root = process.cwd() } = options;
	const { dir } = await findLesson(slug, options);
	if (variant === "starter") return { name: variant, edits: {}, expectation: null };
	if (variant === "solution") {
		return { name: variant, edits: await requireOverlay(root, `${dir}/solution`), expectation: null };
	}
	if (!(await listVariants(slug, options)).includes(variant)) {
		throw new LessonError(`${dir}/${variant}`, "there is no such variant");
	}
	if (variant.startsWith("alternatives/")) {
		return { name: variant, edits: await requireOverlay(root, `${dir}/${variant}`), expectation: null };
	}
	return {
		name: variant,
		edits: await requireOverlay(root, `${dir}/${variant}`, ["expect.json"]),
		expectation: await readJson(root, `${dir}/${variant}/expect.json`, mistakeExpectationSchema),
	};
}

function summaryOf({ slug, part, meta }: LessonSource): LessonSummary {
	const { title, summary, minutes, points } = meta;
	return { slug, partTitle: part.title, title, summary, minutes, points };
}

async function readPart(root: string, dir: string): Promise<{ title: string; summary: string }> {
	return readJson(root, `${dir}/part.json`, partSchema);
}

async function readMdx(root: string, dir: string): Promise<{ meta: LessonFrontmatter; body: string }> {
	const file = `${dir}/lesson.mdx`;
	const text = await readTextOrNull(root, file);
	if (text === null) throw new LessonError(file, "the file is missing");
	return parseLesson(text, file);
}

async function readJson<T>(
	root: string,
	file: string,
	schema: Parameters<typeof parseLessonPart<T>>[0],
): Promise<T> {
	const text = await readTextOrNull(root, file);
	if (text === null) throw new LessonError(file, "the file is missing");
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new LessonError(file, `not JSON: ${messageOf(error)}`, { cause: error });
	}
	return parseLessonPart(schema, value, file);
}

async function requireOverlay(root: string, dir: string, skip: string[] = []): Promise<Overlay> {
	const overlay = await readOverlay(root, dir, skip);
	if (overlay === null) throw new LessonError(dir, "the folder is missing");
	if (Object.keys(overlay).length === 0) throw new LessonError(dir, "the folder holds no file");
	return overlay;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
