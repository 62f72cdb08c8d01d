import { afterEach, expect, test } from "vitest";
import { lessonFiles, writeFixture } from "@/tests/fixtures/lessons/fixture";
import { compileLesson } from "./mdx";

const PART = { "lessons/01-basics/part.json": JSON.stringify({ title: "Basics", summary: "First." }) };
let remove: (() => Promise<void>) | null = null;

async function compile(prose: string): Promise<string> {
	const made = await writeFixture({ ...PART, ...lessonFiles("lessons/01-basics/01-first", prose) });
	remove = made.remove;
	return compileLesson("basics/first", { root: made.root });
}

afterEach(async () => {
	await remove?.();
});

test("code is coloured for both themes, headings get ids, tables and components come through", async () => {
	const code = await compile(
		'## The form\n\n```tsx title="app/page.tsx"\nconst a = 1;\n```\n\n| a |\n| - |\n| b |\n\n<Check id="x" />\n',
	);
	expect(code).toContain("--shiki-light");
	expect(code).toContain("--shiki-dark");
	expect(code).toContain('"data-title":"app/page.tsx"');
	expect(code).toContain('id:"the-form"');
	expect(code).toContain("table");
	expect(code).toContain("Check");
});

test("prose that is no MDX, and code in a language that is not known, name the file", async () => {
	await expect(compile("<Step>\n")).rejects.toThrow(/01-first\/lesson\.mdx: the prose cannot be compiled/);
	await remove?.();
	await expect(compile("```cobol\nMOVE\n```\n")).rejects.toThrow(/lesson\.mdx.*cobol/s);
});
