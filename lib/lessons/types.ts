import type { CheckDefinition, ClaimDefinition } from "@/lib/checks/types";
import type { FileTree } from "@/lib/sandbox/files";
import type { LessonFrontmatter } from "./schema";

/** A line of the lesson map. `slug` is `part/lesson` without the ordering numbers of the folders. */
export interface LessonSummary {
	slug: string;
	partTitle: string;
	title: string;
	summary: string;
	minutes: number;
	points: string[];
}

/** What a lesson page needs of one lesson; everything in it is serialisable. */
export interface LessonContent {
	slug: string;
	/** The lesson whose checks are used; without it, its own. */
	checksOf?: string;
	meta: LessonFrontmatter;
	partTitle: string;
	previous: LessonSummary | null;
	next: LessonSummary | null;
	/** Overlays over the base app. `null` takes a file away. */
	starter: Record<string, string | null>;
	/** Overlay over the starter. */
	solution: Record<string, string | null>;
	/** Overlays over the solution by claim id. */
	claimFiles: Record<string, Record<string, string | null>>;
	/** Changes when the lesson's files change: learners are offered the new version. */
	version: string;
}

/** The code of a lesson, loaded when it is needed. */
export interface LessonModules {
	checks: () => Promise<{ default: CheckDefinition[] }>;
	claims: () => Promise<{ default: ClaimDefinition[] }>;
}

/** The base app: what every lesson is laid over. */
export interface BaseApp {
	files: FileTree;
	hash: string;
}
