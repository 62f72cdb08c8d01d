import { expect, test } from "vitest";
import type { LessonContent } from "@/lib/lessons/types";
import { isSolved, kataContent } from "./kata";
import type { KataQuestion } from "./types";

const lesson = {
	slug: "forms/zod",
	meta: { title: "Zod", summary: "A lesson", open: ["app/page.tsx"] },
	next: { slug: "forms/next" },
	starter: { "app/page.tsx": "start", "app/actions.ts": "start" },
	solution: { "app/page.tsx": "solved" },
	claimFiles: { a: {} },
} as unknown as LessonContent;
const question = {
	id: "forms/zod#mend-it",
	ask: "Mend it.",
	files: { "app/actions.ts": "broken", "app/extra.ts": "extra" },
} as unknown as KataQuestion;

test("a kata begins with its own files, is solved by the lesson's solution, and leaves no file of its own behind", () => {
	const kata = kataContent(lesson, question);
	expect(kata.starter).toEqual({
		"app/page.tsx": "start",
		"app/actions.ts": "broken",
		"app/extra.ts": "extra",
	});
	expect({ ...kata.starter, ...kata.solution }).toEqual({
		"app/page.tsx": "solved",
		"app/actions.ts": "start",
		"app/extra.ts": null,
	});
	expect(kata).toMatchObject({ slug: "kata/forms/zod#mend-it", checksOf: "forms/zod", next: null });
	expect(kata.meta.open).toEqual(["app/actions.ts", "app/extra.ts", "app/page.tsx"]);
});

test("it is solved when its own checks are green on one and the same source", () => {
	const result = (verdict: string, sourceHash = "h") => ({ verdict, sourceHash });
	expect(isSolved(["a", "b"], { a: result("pass"), b: result("pass"), c: result("fail") })).toBe(true);
	expect(isSolved(["a", "b"], { a: result("pass"), b: result("pass", "older") })).toBe(false);
	expect(isSolved(["a", "b"], { a: result("pass") })).toBe(false);
	expect(isSolved(["a"], { a: result("blocked") })).toBe(false);
	expect(isSolved([], {})).toBe(false);
});
