import { hashText } from "@/lib/sandbox/files";
import { LessonError, parseLessonPart } from "./error";
import { readTextOrNull } from "./folders";
import { findLesson, type LoadOptions, readLesson } from "./load";
import { type Recording, recordingSchema } from "./recording-schema";

/** In a lesson's folder; written by `npm run lessons -- record`. */
export const RECORDING_FILE = "recording.json";

/** Changes with everything that a recording depends on: starter, solution, frontmatter and checks. */
export async function recordingVersion(slug: string, options: LoadOptions = {}): Promise<string> {
	const { root = process.cwd() } = options;
	const [{ version }, { dir }] = await Promise.all([readLesson(slug, options), findLesson(slug, options)]);
	const checks = await readTextOrNull(root, `${dir}/checks.ts`);
	return hashText(JSON.stringify([version, checks]));
}

/**
 * A lesson's recording, or `null` where there is none of its present files: an old one would show what the lesson does
 * not do any more. Throws a `LessonError` for a file that is no recording.
 */
export async function readRecording(slug: string, options: LoadOptions = {}): Promise<Recording | null> {
	const { root = process.cwd() } = options;
	const { dir } = await findLesson(slug, options);
	const file = `${dir}/${RECORDING_FILE}`;
	const text = await readTextOrNull(root, file);
	if (text === null) return null;
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new LessonError(file, "not JSON; record it again", { cause });
	}
	const recording = parseLessonPart(recordingSchema, value, file);
	return recording.of === (await recordingVersion(slug, options)) ? recording : null;
}
