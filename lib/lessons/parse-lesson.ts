import matter from "gray-matter";
import { LessonError, parseLessonPart } from "./error";
import { type LessonFrontmatter, lessonFrontmatterSchema } from "./schema";

/** gray-matter would run frontmatter that calls itself JavaScript. */
const refuse = () => {
	throw new Error("frontmatter is written in YAML, between two lines of ---");
};
const ENGINES = { javascript: refuse, js: refuse, json: refuse, coffee: refuse };

/** The frontmatter and the MDX of a lesson's text. `file` is named in what is thrown, a {@link LessonError}. */
export function parseLesson(text: string, file: string): { meta: LessonFrontmatter; body: string } {
	let parsed: { data: unknown; content: string };
	try {
		// Without options gray-matter keeps what it parsed by text, half-parsed frontmatter included.
		parsed = matter(text, { engines: ENGINES });
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new LessonError(file, `the frontmatter is not YAML: ${why}`, { cause: error });
	}
	return { meta: parseLessonPart(lessonFrontmatterSchema, parsed.data, file), body: parsed.content };
}
