import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CheckResult, Verdict } from "@/lib/checks/types";
import { readRecording } from "@/lib/lessons/recording";
import { readArguments } from "./arguments";
import { CANARIES } from "./canaries";
import { readForVerification } from "./read";
import { record, trimEvidence } from "./record";
import type { VerifyTask } from "./verifier";
import type { Output } from "./verify";

const SLUG = "canary/control";
const FOLDER = "lessons/01-canary/01-control";

let root: string;
let said: string[];
let tasks: VerifyTask[];
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "record-"));
	await cp(join(CANARIES, "control"), root, { recursive: true });
	said = [];
	tasks = [];
});
afterEach(() => rm(root, { recursive: true }));

async function run(verdict: Verdict = "pass", ...slugs: string[]): Promise<number> {
	const options = await readArguments(["record", "--lessons-dir", root, ...slugs], 2);
	const out: Output = { say: (text) => said.push(text), progress: () => {}, json: () => {} };
	const result: CheckResult = {
		id: "says-hello",
		title: "It says hello",
		verdict,
		did: ["Opened http://localhost:43017/"],
		message: "",
		expected: "",
		observed: "",
		evidence: [{ kind: "text", label: "The page", text: "Hello" }],
		assertions: 1,
		durationMs: 3,
		sourceHash: "s",
	};
	const verifier = {
		run: async (task: VerifyTask) => {
			tasks.push(task);
			return [result];
		},
		times: () => ({ ready: 0, current: 0, checks: 0, tasks: 0 }),
		close: async () => {},
	};
	return record(options, async () => verifier, out);
}

describe("recording what a solution does", () => {
	test("is kept beside the lesson, with the version of Next.js, and says nothing of ports", async () => {
		expect(await readRecording(SLUG, { root })).toBeNull();
		expect((await readForVerification(SLUG, root)).recorded).toBe(false);
		expect(await run()).toBe(0);
		expect(tasks.map(({ lesson }) => lesson)).toEqual([`${SLUG} (solution)`]);
		expect(await readRecording(SLUG, { root })).toMatchObject({
			nextVersion: expect.stringMatching(/^16\./),
			checks: [{ id: "says-hello", did: ["Opened http://localhost:3000/"], evidence: [{ text: "Hello" }] }],
		});
		expect((await readForVerification(SLUG, root)).recorded).toBe(true);
	});

	test("is done again where it is of other files, or asked for by name, and not otherwise", async () => {
		await run();
		expect(await run()).toBe(0);
		expect(tasks).toHaveLength(1);
		for (const file of ["solution/app/page.tsx", "starter/app/page.tsx", "checks.ts", "lesson.mdx"]) {
			const before = tasks.length;
			const path = join(root, FOLDER, file);
			const text = await readFile(path, "utf8");
			await writeFile(
				path,
				file.endsWith("mdx") ? text.replace(/^minutes: .*$/m, "minutes: 17") : `${text}// more\n`,
			);
			expect(await readRecording(SLUG, { root }), file).toBeNull();
			await run();
			expect(tasks.length, file).toBe(before + 1);
			expect(await readRecording(SLUG, { root }), file).not.toBeNull();
		}
		const before = tasks.length;
		await run("pass", SLUG);
		expect(tasks).toHaveLength(before + 1);
	});

	test("is not made of a solution that does not pass", async () => {
		expect(await run("fail")).toBe(1);
		expect(said.join("\n")).toContain("✗ canary/control: the solution does not pass");
		await expect(stat(join(root, FOLDER, "recording.json"))).rejects.toThrow("ENOENT");
	});

	test("a file that is no recording is named", async () => {
		await writeFile(join(root, FOLDER, "recording.json"), '{"of": 1}');
		await expect(readRecording(SLUG, { root })).rejects.toThrow(/recording\.json: field "of"/);
	});
});

test("evidence is kept short", () => {
	const long = "x".repeat(2_000);
	const lengthOf = (piece: Parameters<typeof trimEvidence>[0]) => JSON.stringify(trimEvidence(piece)).length;
	expect(lengthOf({ kind: "text", label: "l", text: long })).toBeLessThan(600);
	expect(lengthOf({ kind: "html", label: "l", html: long })).toBeLessThan(600);
	expect(lengthOf({ kind: "data", label: "l", value: [long] })).toBeLessThan(600);
	expect(trimEvidence({ kind: "data", label: "l", value: [{ id: 1 }] })).toEqual({
		kind: "data",
		label: "l",
		value: [{ id: 1 }],
	});
	expect(
		trimEvidence({ kind: "exchange", label: "POST", exchangeId: "e7", summary: "POST / → 303" }),
	).toEqual({
		kind: "exchange",
		label: "POST",
		exchangeId: "",
		summary: "POST / → 303",
	});
});
