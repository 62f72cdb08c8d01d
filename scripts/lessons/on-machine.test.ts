import { expect, it } from "vitest";
import { ROOT } from "../root";
import { onMachine } from "./on-machine";
import { readForVerification } from "./read";

it("leaves out what needs a production build where there is none, and names it", async () => {
	const lesson = await readForVerification("security/what-gets-an-endpoint", ROOT);
	expect(onMachine(lesson, "local")).toEqual({ lesson, leftOut: [] });

	const { lesson: left, leftOut } = onMachine(lesson, "webcontainer");
	expect(leftOut).toContain("solution in production");
	expect(leftOut.filter((name) => name.startsWith("claim "))).not.toEqual([]);
	expect(left.variants.map(({ name }) => name)).toEqual(
		lesson.variants.map(({ name }) => name).filter((name) => !leftOut.includes(name)),
	);
	const ids = left.modules?.claims.map(({ id }) => id) ?? [];
	expect(ids.length + leftOut.length - 1).toBe(lesson.modules?.claims.length);
	expect(left.mdx.claims.every((id) => ids.includes(id))).toBe(true);
});
