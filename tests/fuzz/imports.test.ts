import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ProgressEvent, progressEventSchema } from "@/lib/progress/events";
import { exportProgress, importProgress } from "@/lib/progress/transfer";
import { readRecord, type WorkspaceRecord } from "@/lib/workspace/record";
import { assertCleanPrototypes, damaged, damagedText, json, RUNS, text } from "./arbitraries";

const LESSON = "forms/zod";
const stamp = { clientId: "client-1", at: 5, lesson: LESSON };
const events: ProgressEvent[] = [
	{ ...stamp, seq: 0, type: "lesson-opened" },
	{ ...stamp, seq: 1, type: "hint-opened", check: "stores", level: 2 },
	{ ...stamp, seq: 2, type: "check-passed", check: "stores" },
	{ ...stamp, seq: 3, type: "solution-applied", path: "app/page.tsx" },
];
const exported = exportProgress(events, 7);

function isSound(given: string): void {
	const result = importProgress(given);
	if (result.ok) {
		for (const event of result.events) expect(progressEventSchema.safeParse(event).success).toBe(true);
		const names = result.events.map(({ clientId, seq }) => `${clientId} ${seq}`);
		expect(new Set(names).size).toBe(names.length);
		// What was read can be written, and read again.
		expect(importProgress(exportProgress(result.events, 1, result.workspaces))).toEqual(result);
	} else {
		expect(result.reason).toMatch(/Your progress here is unchanged\.$/);
		expect(result.reason.length).toBeLessThan(600);
	}
	assertCleanPrototypes();
}

test("an import of anything is progress or a reason in words", () => {
	expect(importProgress(exported)).toEqual({ ok: true, events, workspaces: [] });
	fc.assert(
		fc.property(
			fc.oneof(
				text,
				json.map((value) => JSON.stringify(value) ?? ""),
			),
			isSound,
		),
		{ numRuns: RUNS },
	);
	fc.assert(fc.property(damagedText(exported), isSound), { numRuns: RUNS });
	fc.assert(
		fc.property(
			damaged(JSON.parse(exported)).map((value) => JSON.stringify(value) ?? ""),
			isSound,
		),
		{ numRuns: RUNS },
	);
});

test("a file as deep as it can be is refused like any other", () => {
	for (const deep of [
		"[".repeat(200_000),
		`{"a":`.repeat(200_000),
		`${"[".repeat(50_000)}${"]".repeat(50_000)}`,
	])
		isSound(deep);
});

test("whatever a browser kept for a lesson is a record of it, of a newer playground, or damaged", () => {
	const record: WorkspaceRecord = {
		schema: 1,
		lesson: LESSON,
		lessonVersion: "v",
		changedAt: 1,
		origin: "tab",
		edits: { "app/page.tsx": "mine", "app/gone.tsx": null },
		lastGood: {},
		openTabs: ["app/page.tsx"],
		active: "app/page.tsx",
		snapshots: [{ label: "Before", at: 1, edits: {} }],
	};
	expect(readRecord(record, LESSON)).toEqual({ kind: "record", record });
	fc.assert(
		fc.property(fc.oneof(json, damaged(record)), (stored) => {
			const read = readRecord(stored, LESSON);
			expect(["none", "record", "newer", "damaged"]).toContain(read.kind);
			if (read.kind === "record") {
				expect(read.record.lesson).toBe(LESSON);
				for (const path of Object.keys(read.record.edits))
					expect(path).not.toMatch(/(^|\/)\.\.?(\/|$)|^\/|\\/);
			}
			assertCleanPrototypes();
		}),
		{ numRuns: RUNS * 3 },
	);
});
