import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RoomFact } from "./contract";
import { toCsv } from "./csv";
import { hardestChecks, reportMarkdown, weakestHints } from "./report";
import { readResults, resultRows, resultsCsv, resultsJson } from "./results";
import { TestRoom } from "./test-room";

const MINUTE = 60_000;
const run = (verdict: "pass" | "fail" | "broken", check = "stores"): RoomFact => ({
	type: "check-run",
	lesson: "forms/zod",
	check,
	verdict,
	sourceHash: "abc",
});
const hint = (level: number): RoomFact => ({
	type: "hint-opened",
	lesson: "forms/zod",
	check: "stores",
	level,
});
const opened: RoomFact = { type: "lesson-opened", lesson: "forms/zod" };

function room(): TestRoom {
	const made = new TestRoom();
	made.join("learner-a", "learner-b");
	const tell = (learner: string, list: [number, RoomFact][]) => {
		for (const [minute, fact] of list) made.tell(learner, minute * MINUTE, fact);
	};
	tell("learner-a", [
		[1, opened],
		[2, run("broken")],
		[3, run("fail")],
		[4, hint(1)],
		[5, hint(2)],
		[6, run("pass")],
		[7, run("pass")],
		[8, hint(3)],
	]);
	tell("learner-b", [
		[1, opened],
		[2, run("fail")],
		[3, hint(1)],
		[30, run("fail")],
	]);
	return made;
}

test("each learner on each check: first pass, minutes, runs and hints; what is broken is no run", () => {
	const rows = resultRows(readResults(room().log), true);
	expect(rows).toHaveLength(6);
	expect(rows[0]).toMatchObject({
		learner: "Name of learner-a",
		check: "stores",
		firstPassAt: 6 * MINUTE,
		minutesToPass: 5,
		runs: 3,
		runsToPass: 2,
		hints: 3,
		hintsBeforePass: 2,
	});
	expect(rows[3]).toMatchObject({
		firstPassAt: null,
		minutesToPass: null,
		runs: 2,
		runsToPass: null,
		hints: 1,
	});
});

test("without names there is none, in no format; the report never has one", () => {
	const made = room();
	made.command({ type: "learner-rename", learner: "learner-a", name: "=Ana" });
	const results = readResults(made.log);
	for (const text of [resultsCsv(results, false), resultsJson(results, false), reportMarkdown(results)]) {
		expect(text).not.toMatch(/Name of|Ana|learner-a/);
	}
	expect(resultsCsv(results, true)).toContain('"\'=Ana"');
	expect(resultsJson(results, true)).toContain('"=Ana"');
});

test("who was removed and forgotten is in no result; who was only removed is", () => {
	const made = room();
	made.command({ type: "learner-remove", learner: "learner-a" });
	made.command({ type: "learner-remove", learner: "learner-b", forget: true });
	expect(new Set(resultRows(readResults(made.log), true).map(({ learner }) => learner))).toEqual(
		new Set(["Name of learner-a"]),
	);
});

test("the report: hardest checks first, and the hints that did not help", () => {
	const results = readResults(room().log);
	expect(hardestChecks(results)[0]).toMatchObject({ check: "stores", tried: 2, passed: 1, runsToPass: 2 });
	expect(weakestHints(results)).toMatchObject([
		{ level: 1, opened: 2, helped: 0 },
		{ level: 2, opened: 1, helped: 1 },
	]);
	expect(reportMarkdown(results)).toContain("| A message is stored | Validate with zod | 2 | 1 | 5 | 2 |");
});

/** RFC 4180, written for this test alone. */
function parse(csv: string): string[][] {
	const rows: string[][] = [[""]];
	let quoted = false;
	for (let index = 0; index < csv.length; index++) {
		const sign = csv[index]!;
		const row = rows.at(-1)!;
		const append = (text: string) => row.push(`${row.pop()}${text}`);
		if (quoted && sign === '"' && csv[index + 1] === '"') append(csv[index++]!);
		else if (sign === '"') quoted = !quoted;
		else if (!quoted && sign === ",") row.push("");
		else if (!quoted && sign === "\n") rows.push([""]);
		else if (quoted || sign !== "\r") append(sign);
	}
	return rows.slice(0, -1);
}

test("no cell of text begins as a formula, and every text comes back whole", () => {
	const text = fc.stringMatching(/^[=+\-@\t\r\n ,"';a\uff1d|%\u200b]{1,8}$/);
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
			const [row] = parse(toCsv(cells, []).slice(1));
			expect(row).toHaveLength(cells.length);
			for (const [index, cell] of row!.entries()) {
				expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
				expect([cells[index], `'${cells[index]}`]).toContain(cell);
			}
		}),
		{ numRuns: 500 },
	);
	expect(toCsv(["a"], [[-1], ["-1"], [null]])).toBe('\ufeffa\r\n-1\r\n"\'-1"\r\n\r\n');
});
