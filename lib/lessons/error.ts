import type * as z from "zod";

/** A lesson's folder is not as it must be. The message names the file, and the field where there is one. */
export class LessonError extends Error {
	override readonly name = "LessonError";
	constructor(
		/** Relative to the repository. */
		readonly file: string,
		detail: string,
		options?: { cause?: unknown },
	) {
		super(`${file}: ${detail}`, options);
	}
}

/** Checks `value`, which came from `file`. Throws a {@link LessonError} that names every wrong field. */
export function parseLessonPart<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const details = parsed.error.issues.map((issue) => {
		const field = issue.path.map(String).join(".");
		return field === "" ? issue.message : `field "${field}": ${issue.message}`;
	});
	throw new LessonError(file, details.join("; "));
}
