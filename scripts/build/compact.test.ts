import { expect, test } from "vitest";
import { isSource } from "./build";
import { compactLine } from "./compact";

test("what tells of progress or of a fault is kept, the table of routes is not", () => {
	expect(compactLine("   \u001b[1mCreating an optimized production build ...\u001b[0m")).toBe(
		"Creating an optimized production build ...",
	);
	expect(compactLine(" ⚠ Something is odd")).toBe("⚠ Something is odd");
	expect(compactLine("./app/page.tsx:3:1")).toBe("./app/page.tsx:3:1");
	for (const line of ["", "  ", "Route (app)", "┌ ○ /", "├   └ /a", "○  (Static)  prerendered"])
		expect(compactLine(line)).toBeNull();
});

test("a changed spec does not ask for a new build", () => {
	expect(["lib/a.test.ts", "components/b.test.tsx", "lib/a.dom.test.ts"].some(isSource)).toBe(false);
	expect(["lib/a.ts", "lessons/01-a/01-b/lesson.mdx", "lib/latest.ts"].every(isSource)).toBe(true);
});
