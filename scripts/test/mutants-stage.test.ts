import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { CANARIES } from "../lessons/canaries";
import { startFakeProduct } from "../lessons/fake-product";
import { readForVerification } from "../lessons/read";
import { openVerifier, type Verifier } from "../lessons/verifier";
import type { Output } from "../lessons/verify";
import { runMutantSample } from "./mutants-stage";

// A browser is started, and the machine may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const LESSON = "lessons/01-canary/01-control";

let fake: Awaited<ReturnType<typeof startFakeProduct>>;
let verifier: Verifier;
let root: string;
let said: string[];
const out: Output = { say: (text) => said.push(text), progress: () => {}, json: () => {} };

beforeAll(async () => {
	fake = await startFakeProduct();
	verifier = await openVerifier({ url: fake.url, workers: 1 });
});
afterAll(async () => {
	await verifier.close();
	await fake.stop();
});
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "mutants-"));
	await cp(join(CANARIES, "control"), root, { recursive: true });
	await put("equivalents.json", "[]");
	said = [];
});
afterEach(() => rm(root, { recursive: true }));

async function put(file: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, LESSON, file)), { recursive: true });
	await writeFile(join(root, LESSON, file), text);
}

/** A solution with one thing that can be dropped; the lesson's check looks for "Hello, canary". */
async function runOver(solution: string) {
	await put("solution/app/page.tsx", solution);
	return runMutantSample([await readForVerification("canary/control", root)], verifier, out, { sample: 3 });
}

const SEEN = 'export default async () => <p>{await say("Hello, canary")}</p>;\n';
/** The check does not notice whether this is awaited. */
const UNSEEN = 'export default async () => <p>Hello, canary{await say("and goodbye")}</p>;\n';

test("a mutant that a check fails is a pass", async () => {
	await put(
		"checks.ts",
		`import { defineChecks } from "@/lib/checks";
export default defineChecks([{
	id: "says-hello", title: "The page says hello", points: ["A1"], hints: ["a", "b", "c"],
	async run({ http, expect }) {
		expect(await http.get("/"), "It is not awaited.").toShow("await say");
	},
}]);
`,
	);
	expect(await runOver(SEEN)).toEqual({ passed: 1, failed: 0 });
	expect(said.join("\n")).toContain("a sample of 3, seed 1");
});

test("one that survives is a failure, and is named with its file and line", async () => {
	expect(await runOver(UNSEEN)).toEqual({ passed: 0, failed: 1 });
	expect(said.join("\n")).toContain("✗ canary/control app/page.tsx:1 await-dropped: survived");
});

test("one that gives no verdict is a failure as well", async () => {
	expect(await runOver(UNSEEN.replace("Hello, canary", "NEVER_STARTS"))).toEqual({ passed: 0, failed: 1 });
});

test("an entry of equivalents.json that is out of date is a failure, and so is having run nothing", async () => {
	const entry = {
		kind: "await-dropped",
		file: "app/page.tsx",
		code: "await gone()",
		reason: "It was seen by nobody.",
	};
	await put("equivalents.json", JSON.stringify([entry]));
	expect(await runOver("export default () => <p>Hello, canary</p>;\n")).toEqual({ passed: 0, failed: 2 });
});

test("a lesson whose mutants nobody has gone through is not sampled", async () => {
	await rm(join(root, LESSON, "equivalents.json"));
	expect(await runOver(SEEN)).toEqual({ passed: 0, failed: 1 });
});
