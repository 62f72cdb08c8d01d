import { describe, expect, test } from "vitest";
import type { Equivalent } from "@/lib/lessons/schema";
import type { LessonToVerify } from "../read";
import type { Verifier, VerifyTask } from "../verifier";
import { checkMutants, describeMutants } from "./command";
import { judgeMutant, mutantsOfLesson, sampleOf, staleEquivalents } from "./run";

const SOLUTION = {
	"app/actions.ts": `"use server";
import { revalidatePath } from "next/cache";
export async function save() {
	await write();
	await log();
	revalidatePath("/");
}
`,
};
const LOGGING: Equivalent = {
	kind: "await-dropped",
	file: "app/actions.ts",
	code: "await log()",
	reason: "Nobody sees when the log is written.",
};

function lesson(equivalents: Equivalent[] = []): LessonToVerify {
	return {
		slug: "a/b",
		source: { meta: { mode: "development", preview: "/" } },
		modules: { checks: [{ id: "stores", title: "Stores" }], claims: [], code: "" },
		variants: [{ name: "solution", files: { "app/page.tsx": "", ...SOLUTION }, expectation: null }],
		solution: SOLUTION,
		equivalents,
		// Only what mutants look at.
	} as unknown as LessonToVerify;
}

/** Over a file that has `word` the check passes. */
function verifierThatPasses(word: string): Verifier & { tasks: VerifyTask[] } {
	const tasks: VerifyTask[] = [];
	return {
		tasks,
		async run(task) {
			tasks.push(task);
			const verdict = task.files["app/actions.ts"]?.includes(word) ? "pass" : "fail";
			const nothing = { did: [], message: "", expected: "", observed: "", evidence: [], sourceHash: "" };
			return [{ ...nothing, id: "stores", title: "Stores", verdict, assertions: 1, durationMs: 1 }];
		},
		times: () => ({ ready: 0, current: 0, checks: 0, tasks: 0 }),
		close: async () => {},
	};
}

const quiet = { say: () => {}, progress: () => {}, json: () => {} };

describe("the command", () => {
	test("a mutant that a check fails is killed, one that passes has survived and is a problem", async () => {
		const verifier = verifierThatPasses("await write()");
		const summary = await checkMutants([lesson()], { sample: null, seed: 1 }, verifier, quiet);
		const outcomes = summary.reports.map(({ mutant, verdict }) => `${mutant.code} ${verdict.outcome}`);
		expect(outcomes).toEqual([
			'"use server"; survived',
			"await write() killed",
			"await log() survived",
			'revalidatePath("/"); survived',
		]);
		expect(summary.problems).toHaveLength(3);
		expect(describeMutants(summary)).toContain("4 mutants: 1 killed, 0 equivalent, 3 open.");
		expect(describeMutants(summary)).toMatch(/await-dropped +1 +· +1 +·/);
		expect(verifier.tasks.every(({ untilRed }) => untilRed)).toBe(true);
		expect(verifier.tasks[0]?.files["app/page.tsx"]).toBe("");
	});

	test("one that is listed as equivalent is not run", async () => {
		const verifier = verifierThatPasses("nothing has this");
		const summary = await checkMutants([lesson([LOGGING])], { sample: null, seed: 1 }, verifier, quiet);
		expect(verifier.tasks).toHaveLength(3);
		expect(summary.problems).toEqual([]);
		expect(describeMutants(summary)).toContain("4 mutants: 3 killed, 1 equivalent, 0 open.");
	});

	test("an entry can be about one of several places with the same code", async () => {
		const twice = {
			"app/actions.ts": '"use server";\nasync function a() {\n\tawait log();\n\tawait log();\n}\n',
		};
		const only = { ...lesson([{ ...LOGGING, occurrence: 2 }]), solution: twice };
		const summary = await checkMutants([only], { sample: null, seed: 1 }, verifierThatPasses("log"), quiet);
		expect(summary.reports.map(({ mutant, verdict }) => [mutant.line, verdict.outcome])).toEqual([
			[1, "survived"],
			[3, "survived"],
			[4, "equivalent"],
		]);
		const third = { ...only, equivalents: [{ ...LOGGING, occurrence: 3 }] };
		expect(staleEquivalents(third)).toEqual([expect.stringContaining("await log()")]);
	});

	test("an entry that no mutant answers to is a problem", async () => {
		const old = { ...LOGGING, code: "await gone()" };
		expect(staleEquivalents(lesson([old]))).toEqual([expect.stringContaining("await gone()")]);
		expect(staleEquivalents(lesson([LOGGING]))).toEqual([]);
	});
});

test("a verdict that is neither fail nor pass kills nothing, and no verdict is no survival", () => {
	const cell = (verdict: "pass" | "fail" | "blocked" | "broken") => ({ id: "stores", verdict, message: "m" });
	expect(judgeMutant([cell("pass"), cell("fail")])).toEqual({ outcome: "killed", by: "stores" });
	expect(judgeMutant([cell("broken")])).toEqual({ outcome: "broken", message: "stores: m" });
	expect(judgeMutant([cell("pass")])).toEqual({ outcome: "survived" });
	expect(judgeMutant([])).toMatchObject({ outcome: "broken" });
});

test("a sample is the same for the same seed, has rare kinds in it and no equivalents", () => {
	const all = [lesson([LOGGING]), lesson([LOGGING]), lesson([LOGGING])].flatMap(mutantsOfLesson);
	const names = (seed: number, size: number) =>
		sampleOf(all, size, seed).map(({ mutant }) => `${mutant.kind} ${mutant.code}`);
	expect(names(3, 3)).toEqual(names(3, 3));
	expect(
		names(3, 3)
			.map((name) => name.split(" ")[0])
			.sort(),
	).toEqual(["await-dropped", "revalidation-dropped", "use-server-removed"]);
	expect(names(3, 100)).toHaveLength(9);
	expect(names(3, 100)).not.toContain("await-dropped await log()");
});
