import { expect, test } from "vitest";
import type { LessonToVerify } from "./read";
import { tasksOf } from "./run-lesson";

const LESSON = {
	slug: "a/b",
	source: { meta: { mode: "development", preview: "/notes" } },
	modules: {
		checks: [{ id: "stores", title: "Stores" }],
		claims: [
			{ id: "here", statement: "It is so here." },
			{ id: "built", statement: "It is so in a build.", mode: "production" },
		],
		code: "code",
	},
	variants: [
		{ name: "solution", files: { a: "1" }, expectation: null },
		{ name: "solution in production", files: { a: "1" }, expectation: null, mode: "production" },
	],
	claimFiles: { here: { a: "1" }, built: { a: "2" } },
	// Only what tasks are made of.
} as unknown as LessonToVerify;

test("every variant and every claim is a task, in the lesson's mode or in its own", () => {
	expect(tasksOf(LESSON).map(({ name, task }) => [name, task.mode, task.claim, task.files.a])).toEqual([
		["solution", "development", undefined, "1"],
		["solution in production", "production", undefined, "1"],
		["here", "development", "here", "1"],
		["built", "production", "built", "2"],
	]);
});

test("without code there is nothing to run, without checks only the claims", () => {
	expect(tasksOf({ ...LESSON, modules: null })).toEqual([]);
	const modules = { ...LESSON.modules!, checks: [] };
	expect(tasksOf({ ...LESSON, modules }).map(({ name }) => name)).toEqual(["here", "built"]);
});
