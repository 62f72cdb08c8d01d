import { expect, it, vi } from "vitest";
import { ROOT } from "../root";
import { onMachine } from "./on-machine";
import { readForVerification } from "./read";

// A lesson is compiled and bundled, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

it("leaves out what needs a production build where there is none, and names it", async () => {
	const lesson = await readForVerification("security/what-gets-an-endpoint", ROOT);
	expect(onMachine(lesson, "local")).toEqual({ lesson, leftOut: [] });

	const { lesson: left, leftOut } = onMachine(lesson, "webcontainer");
	expect(leftOut).toContain("solution in production");
	expect(leftOut.filter((name) => name.startsWith("claim "))).not.toEqual([]);
	if (left === null) throw new Error("The lesson was left out.");
	expect(left.variants.map(({ name }) => name)).toEqual(
		lesson.variants.map(({ name }) => name).filter((name) => !leftOut.includes(name)),
	);
	const ids = left.modules?.claims.map(({ id }) => id) ?? [];
	expect(ids.length + leftOut.length - 1).toBe(lesson.modules?.claims.length);
	expect(left.mdx.claims.every((id) => ids.includes(id))).toBe(true);
});

it("leaves out a lesson whose need the machine does not meet", async () => {
	const lesson = await readForVerification("behaviour/it-belongs-to-its-page", ROOT);
	expect(onMachine(lesson, "local").lesson).toBe(lesson);
	expect(onMachine(lesson, "webcontainer")).toEqual({ lesson: null, leftOut: ["all of it (edge-runtime)"] });
});
