import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readArguments } from "./arguments";
import { CANARIES, runCanaries } from "./canaries";
import { startFakeProduct } from "./fake-product";
import { readForVerification } from "./read";
import { runLesson } from "./run-lesson";
import { scaffoldLesson } from "./scaffold";
import { lookAgain } from "./second-look";
import { openVerifier, type Verifier } from "./verifier";
import { type Output, verify, verifyClaims } from "./verify";

// A browser is started, and the machine may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let fake: Awaited<ReturnType<typeof startFakeProduct>>;
let verifier: Verifier;
let root: string;
let said: string[];
let told: string[] = [];
let json: unknown;

const open = async () => ({ ...verifier, close: async () => {} });
const out: Output = { say: (text) => said.push(text), progress: () => {}, json: (value) => (json = value) };
const lesson = "lessons/01-canary/01-control";
const page = (text: string) => `export default function Page() {\n\treturn <p>${text}</p>;\n}\n`;

beforeAll(async () => {
	fake = await startFakeProduct();
	const unsteady = (line: string) => void told.push(line);
	verifier = await openVerifier({ url: fake.url, workers: 2, jobTimeoutMs: 2_000, unsteady });
});
afterAll(async () => {
	await verifier.close();
	await fake.stop();
});
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "verify-"));
	await cp(join(CANARIES, "control"), root, { recursive: true });
	said = [];
	told = [];
	fake.forget();
	json = undefined;
});
afterEach(() => rm(root, { recursive: true }));

async function put(file: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, file)), { recursive: true });
	await writeFile(join(root, file), text);
}

async function run(...args: string[]): Promise<number> {
	const options = await readArguments(["verify", "--lessons-dir", root, ...args], 2);
	return verify(options, open, out);
}

describe("the gate over a lesson outside of lessons/", () => {
	test("accepts it, and says how much was run", async () => {
		expect(await run()).toBe(0);
		expect(said.join("\n")).toContain("canary/control: accepted (4 verdicts");
		expect(said.join("\n")).toMatch(/mistakes\/wrong-word +FAIL$/m);
		expect(said.at(-1)).toBe("\n1 lesson accepted, 0 rejected; 4 verdicts executed.");
		expect(json).toMatchObject({
			accepted: true,
			verdicts: 4,
			lessons: [{ slug: "canary/control", problems: [] }],
		});
	});

	test("marks in the table what is not as it must be", async () => {
		await put(`${lesson}/solution/app/page.tsx`, page("Goodbye"));
		expect(await run("canary/control")).toBe(1);
		expect(said.join("\n")).toMatch(/solution +FAIL!$/m);
		expect(said.join("\n")).toContain("✗ correct-variant-fails: solution:");
	});

	test("an app that does not start, that hangs, or an answer of another shape is broken, and the next one runs", async () => {
		for (const word of ["NEVER_STARTS", "HANGS", "ODD_ANSWER"]) {
			await put(`${lesson}/solution/app/page.tsx`, page(word));
			expect(await run()).toBe(1);
			expect(said.join("\n")).toMatch(/solution +BROKEN!$/m);
			expect(said.join("\n")).toContain("✗ broken: solution:");
		}
		await put(`${lesson}/solution/app/page.tsx`, page("Hello, canary"));
		expect(await run()).toBe(0);
	});

	test("a task that lost its sandbox is run once more, alone, and told of; one that always loses it is broken", async () => {
		await put(`${lesson}/solution/app/page.tsx`, page("Hello, canary LOST_ONCE"));
		expect(await run()).toBe(0);
		expect(told).toEqual([
			"UNSTEADY: canary/control (solution) lost its sandbox (The sandbox is gone.), and came out well in a fresh one.",
		]);
		await put(`${lesson}/solution/app/page.tsx`, page("Hello, canary LOST_ALWAYS"));
		expect(await run()).toBe(1);
		expect(told.at(-1)).toContain("and a second time");
		expect(said.join("\n")).toContain("✗ broken: solution:");
	});

	test("a lesson whose code cannot be bundled is turned down by name", async () => {
		await put(`${lesson}/checks.ts`, 'import { gone } from "./gone";\nexport default [gone];\n');
		expect(await run()).toBe(1);
		expect(said.join("\n")).toMatch(/✗ lesson-invalid: lessons\/01-canary\/01-control\/checks\.ts.*gone/s);
		await put(`${lesson}/checks.ts`, "export default [{ id: 'Not Kebab' }];\n");
		expect(await run()).toBe(1);
		expect(said.join("\n")).toContain("use kebab-case");
	});
});

describe("repeated", () => {
	test("rounds that agree, in shuffled order", async () => {
		expect(await run("--repeat", "3", "--shuffle", "--seed", "5")).toBe(0);
		expect(said.at(-1)).toContain("0 disagreements in 3 rounds, shuffled from seed 5; 12 verdicts executed.");
		expect(json).toMatchObject({ rounds: 3, seed: 5, verdicts: 12, disagreements: [], rejected: [] });
	});

	test("one round that is not like the others is named, and is a failure", async () => {
		await put(`${lesson}/solution/app/page.tsx`, page("Hello, canary ODD_ROUND"));
		expect(await run("--repeat", "3")).toBe(1);
		expect(said.at(-1)).toMatch(/≠ canary\/control solution#says-hello: 1 × fail, 2 × pass/);
		expect(said.at(-1)).toMatch(/✗ round 1: canary\/control: correct-variant-fails/);
	});

	test("numbers that are none are refused", async () => {
		await expect(run("--repeat", "0")).rejects.toThrow("--repeat is a number from 1 to 100.");
		await expect(run("--repeat", "2", "--seed", "x")).rejects.toThrow("--seed is a number");
	});
});

describe("one variant", () => {
	test.each(["starter", "solution", "mistakes/wrong-word"])("%s is as expected", async (name) => {
		expect(await run("canary/control", "--variant", name)).toBe(0);
		expect(said.join("\n")).toContain("As expected.");
	});

	test("not as expected; and one that is not there", async () => {
		await put(`${lesson}/mistakes/wrong-word/app/page.tsx`, page("Hello, canary"));
		expect(await run("canary/control", "--variant", "mistakes/wrong-word")).toBe(1);
		expect(said.join("\n")).toContain("mistake-not-caught");
		await expect(run("canary/control", "--variant", "mistakes/gone")).rejects.toThrow(
			/no variant "mistakes\/gone"; it has starter, solution, mistakes\/wrong-word/,
		);
	});
});

describe("any folder laid over the starter", () => {
	const over = (text: string) => put("mine/app/page.tsx", page(text)).then(() => join(root, "mine"));
	test.each([
		["Hello, canary", 0],
		["Something else", 1],
		["NEVER_STARTS", 2],
	])("%s gives exit code %i", async (text, code) => {
		expect(await run("canary/control", "--files", await over(text))).toBe(code);
		expect(json).toMatchObject({ exitCode: code });
	});

	test("the folder lies over the starter, not over the solution; installed packages are left out", async () => {
		await put("mine/app/other.tsx", page("Hello, canary"));
		await put("mine/node_modules/x/index.js", "x".repeat(2_000_000));
		expect(await run("canary/control", "--files", join(root, "mine"))).toBe(1);
	});

	test("a folder that is not there, an empty one, and what is no text are refused in words", async () => {
		const at = (dir: string) => run("canary/control", "--files", join(root, dir));
		await expect(at("gone")).rejects.toThrow("there is no folder");
		await mkdir(join(root, "empty"));
		await expect(at("empty")).rejects.toThrow("holds no file");
		await mkdir(join(root, "binary"));
		await writeFile(join(root, "binary/a.png"), Buffer.from([0x89, 0xff]));
		await expect(at("binary")).rejects.toThrow("a.png is not UTF-8 text");
	});
});

test("a product that is not there is said once, and gives no verdicts", async () => {
	const options = await readArguments(["verify", "--lessons-dir", root], 2);
	const nowhere = () => openVerifier({ url: `${fake.url}/elsewhere`, workers: 1 });
	await expect(verify(options, nowhere, out)).rejects.toThrow(/did not come up.*elsewhere/s);
	expect(said).toEqual([]);
});

test("claims alone", async () => {
	const options = await readArguments(["claims", "--lessons-dir", root], 2);
	expect(await verifyClaims(options, open, out)).toBe(0);
	await put(`${lesson}/solution/app/page.tsx`, page("Goodbye"));
	expect(await verifyClaims(options, open, out)).toBe(1);
	expect(said.at(-1)).toBe("\n0 of 1 claim proved. 1 sentence marked as a claim without proof.");
	expect(said.at(-2)).toBe("  ✗ no proof (says-so): “The page says hello.”");
});

test("the second look runs only what was wrong, tells what came right, and accepts nothing else", async () => {
	const look = async (text: string) => {
		await put(`${lesson}/solution/app/page.tsx`, page(text));
		const read = await readForVerification("canary/control", root);
		const first = await runLesson(read, verifier);
		const tasks: string[] = [];
		const counting: Verifier = {
			...verifier,
			run: (task) => {
				tasks.push(task.lesson);
				return verifier.run(task);
			},
		};
		return { first, tasks, ...(await lookAgain(read, first, counting)) };
	};
	const steady = await look("Hello, canary");
	expect([steady.first.accepted, steady.report.accepted, steady.tasks]).toEqual([true, true, []]);
	const odd = await look("Hello, canary ODD_ROUND");
	expect([odd.first.accepted, odd.report.accepted]).toEqual([false, true]);
	expect(odd.tasks).toEqual(["canary/control (solution)"]);
	expect(odd.unsteady).toEqual(["canary/control solution"]);
	const wrong = await look("Goodbye");
	expect([wrong.report.accepted, wrong.unsteady]).toEqual([false, []]);
	expect(wrong.tasks).toEqual(["canary/control (solution)", "canary/control (claim says-so)"]);
});

test("every canary that needs no real app is judged rightly here already", async () => {
	// The fake page does not notice what is not awaited.
	const names = (await readdir(CANARIES)).filter((name) => name !== "un-awaited-check");
	const reports = await runCanaries(verifier, out, names);
	expect(reports.map(({ name, fault }) => [name, fault])).toEqual(names.sort().map((name) => [name, null]));
});

describe("new", () => {
	test("makes a lesson that is valid and is turned down for its placeholders only", async () => {
		const { dir, files } = await scaffoldLesson(root, "forms/upload-a-file");
		expect(dir).toBe("lessons/02-forms/01-upload-a-file");
		expect(files).toContain("lessons/02-forms/part.json");
		await run("forms/upload-a-file");
		const [report] = (json as { lessons: { problems: { rule: string; message: string }[] }[] }).lessons;
		const aboutContent = report!.problems.filter(
			({ rule }) => !/^(placeholder|broken|starter-passes)$/.test(rule) && rule !== "correct-variant-fails",
		);
		expect(aboutContent).toEqual([]);
		expect(report!.problems.map(({ rule }) => rule)).toContain("placeholder");
	});

	test("numbers follow; a name that exists or is none is refused", async () => {
		expect((await scaffoldLesson(root, "canary/second")).dir).toBe("lessons/01-canary/02-second");
		await expect(scaffoldLesson(root, "canary/second")).rejects.toThrow("already");
		await expect(scaffoldLesson(root, "Forms")).rejects.toThrow("Use <part>/<lesson>");
		expect(await readFile(join(root, lesson, "lesson.mdx"), "utf8")).toContain("Canary");
	});
});
