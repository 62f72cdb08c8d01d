import { expect, test } from "vitest";
import type { NextStatus } from "../agent-protocol";
import { endingInWords } from "./ending-words";

const ending = (more: Partial<Extract<NextStatus, { state: "exited" }>>) =>
	endingInWords({ state: "exited", mode: "development", code: null, signal: null, logTail: "", ...more });

test("the reason is said before the way it ended", () => {
	expect(ending({ code: 3 })).toBe("The app's process ended with code 3.");
	expect(ending({ code: 1, starting: true })).toBe("The app's process ended with code 1 while it started.");
	expect(ending({ code: 0, starting: true })).toContain("process.exit()");
	expect(ending({ building: true })).toBe("The production build failed.");
	expect(ending({ reason: "Next.js was still starting after 90 seconds and was stopped." })).toMatch(
		/^Next.js was/,
	);
	expect(ending({ signal: "SIGKILL" })).toContain("ended by the system");
	expect(ending({ building: true, limit: { of: "heap", allowed: 1_024 } })).toContain(
		"more than 1 GB of memory",
	);
	expect(ending({ signal: "SIGKILL", limit: { of: "processes", allowed: 68 } })).toContain(
		"more than 68 processes",
	);
	expect(ending({ limit: { of: "memory", allowed: 3_584 } })).toContain("3.5 GB of memory in all");
	expect(ending({ limit: { of: "cpu", allowed: 120 } })).toContain("120 seconds of processor time");
});
