import { describe, expect, it } from "vitest";
import { missing } from "./isolated";

/** Tests of isolated machines; where there can be none here, one test that this is said with a reason. */
export function describeIsolated(name: string, { timeout }: { timeout: number }, tests: () => void): void {
	if (missing === null) describe(name, { timeout }, tests);
	else it(`${name}: cannot be here, and a reason is given`, () => expect(missing).toMatch(/bubblewrap/));
}
