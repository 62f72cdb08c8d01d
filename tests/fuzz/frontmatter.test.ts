import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LessonError } from "@/lib/lessons/error";
import { parseLesson } from "@/lib/lessons/parse-lesson";
import { lessonFrontmatterSchema } from "@/lib/lessons/schema";
import { FRONTMATTER } from "@/tests/fixtures/lessons/fixture";
import { assertCleanPrototypes, damagedText, json, RUNS, text } from "./arbitraries";

test("the text of a lesson has a frontmatter, or an error that names the file", () => {
	const valid = `${FRONTMATTER}\nProse.\n`;
	const lesson = fc.oneof(
		text,
		damagedText(valid),
		text.map((yaml) => `---\n${yaml}\n---\nProse.`),
		json.map((value) => `---\n${JSON.stringify(value)}\n---\nProse.`),
		fc.constantFrom(
			"---js\n{ title: (globalThis.evaluated = true) }\n---\n",
			"---javascript\n{ title: (globalThis.evaluated = true) }\n---\n",
			"---coffee\n1\n---\n",
			"---json\n{\n---\n",
			"---\na: &a [*a]\n---\n",
			"---\n<<: *x\n---\n",
			'---\nx: !!js/function "function(){}"\n---\n',
		),
	);
	fc.assert(
		fc.property(lesson, (given) => {
			try {
				const { meta } = parseLesson(given, "lessons/x/lesson.mdx");
				expect(lessonFrontmatterSchema.safeParse(meta).success).toBe(true);
			} catch (error) {
				expect(error).toBeInstanceOf(LessonError);
				expect((error as Error).message).toMatch(/^lessons\/x\/lesson\.mdx: /);
			}
			expect("evaluated" in globalThis).toBe(false);
			assertCleanPrototypes();
		}),
		{ numRuns: RUNS * 2 },
	);
});
