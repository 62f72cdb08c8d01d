import { mkdir, readFile, rm } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { describeChaos, runChaos, survivedOf } from "@/tests/chaos/run";
import { buildIfNeeded } from "../build/build";
import { findChromium } from "../find-chromium";
import { generate } from "../generate/run";
import { readArguments } from "../lessons/arguments";
import { describeCanaries, runCanaries } from "../lessons/canaries";
import { openProductVerifier } from "../lessons/open-product";
import { describeReport } from "../lessons/print";
import { gateQuiz, quizSources } from "../lessons/quiz";
import type { LessonReport } from "../lessons/run-lesson";
import { lookAgain } from "../lessons/second-look";
import { gateAll, type Output, readLessons, withVerifier } from "../lessons/verify";
import { ROOT } from "../root";
import { checkTypes, LINTED_FOLDERS, runProgram } from "../tasks";
import { runMutantSample } from "./mutants-stage";
import { type Counts, countPlaywright, countVitest } from "./summary";
import { runWebContainer } from "./webcontainer-stage";

export interface Stage {
	name: string;
	/** Runs only when it is asked for by name: `npm test -- webcontainer`. */
	onDemand?: true;
	/** Whether it counts tests: then none at all is a failure. */
	run(signal: AbortSignal): Promise<{ ended: "well" | "badly"; counts: Counts | null }>;
}

const REPORTS = join(ROOT, ".generated/reports");

const OUT: Output = {
	say: (text) => console.log(text),
	progress: (text) => console.log(text),
	json: () => {},
};

/** What `npm test` runs, in order: what is quick and tells most comes first. */
export const STAGES: Stage[] = [
	{
		name: "browser",
		async run() {
			// Found (or installed) once, aloud; every stage after this one takes it from the environment.
			process.env.CHROMIUM_PATH = await findChromium();
			console.log(process.env.CHROMIUM_PATH);
			return { ended: "well", counts: null };
		},
	},
	{
		name: "generate",
		async run() {
			await generate(ROOT);
			return { ended: "well", counts: null };
		},
	},
	{ name: "types", run: async (signal) => ofExitCode(await checkTypes(signal)) },
	{
		name: "lint",
		async run(signal) {
			const biome = await runProgram("biome", ["check", "."], { signal });
			const config = ["--config", ".dependency-cruiser.mjs"];
			const arrows = await runProgram("depcruise", [...LINTED_FOLDERS, ...config], { signal });
			return ofExitCode(biome || arrows);
		},
	},
	{
		name: "unit",
		async run(signal) {
			const file = await freshReport("vitest.json");
			const code = await runVitest(["node", "dom"], file, signal);
			return ofReport(code, file, countVitest);
		},
	},
	{
		name: "build",
		async run(signal) {
			await buildIfNeeded({ signal });
			return { ended: "well", counts: null };
		},
	},
	{
		name: "abuse",
		async run(signal) {
			await buildIfNeeded({ signal });
			const file = await freshReport("abuse.json");
			return ofReport(await runVitest(["abuse"], file, signal), file, countVitest);
		},
	},
	{
		name: "chaos",
		async run(signal) {
			await buildIfNeeded({ signal });
			const say = (line: string) => console.log(line);
			// CI's computer has other work to do.
			const patience = process.env.CI ? 3 : 1;
			const secondLook = Boolean(process.env.CI);
			const report = await runChaos({ faults: null, seed: 1, only: [], patience, secondLook, say, signal });
			say(`\n${describeChaos(report, 1)}`);
			const survived = survivedOf(report.verdicts);
			const unseen = report.unseen.length;
			const counts = {
				passed: survived + report.canaries - unseen,
				failed: report.verdicts.length - survived + unseen,
			};
			return { ended: counts.failed === 0 ? "well" : "badly", counts };
		},
	},
	{ name: "content", run: runContent },
	{
		name: "e2e",
		async run(signal) {
			const file = await freshReport("playwright.json");
			const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
			const code = await runProgram("playwright", ["test", "--reporter=list,json"], { env, signal });
			return ofReport(code, file, countPlaywright);
		},
	},
	{
		name: "webcontainer",
		onDemand: true,
		async run(signal) {
			await buildIfNeeded({ signal });
			const lessons = await runWebContainer(OUT);
			const file = await freshReport("webcontainer.json");
			const app = await ofReport(await runVitest(["webcontainer"], file, signal), file, countVitest);
			const counts = {
				passed: lessons.passed + (app.counts?.passed ?? 0),
				failed: lessons.failed + (app.counts?.failed ?? 0),
			};
			return { ended: app.ended === "well" && lessons.failed === 0 ? "well" : "badly", counts };
		},
	},
];

/**
 * Every lesson and every question through the gate, every canary turned down by it, and a sample of the mutants failed by
 * their lessons' checks. A verdict, and a key, that is as it must be is a pass.
 */
async function runContent(): ReturnType<Stage["run"]> {
	const out = OUT;
	const options = await readArguments(["verify"], cpus().length);
	return withVerifier(
		() => openProductVerifier({ ...options, unsteady: (line) => console.log(line) }),
		async (verifier) => {
			const lessons = await readLessons(options);
			const first = await gateAll(lessons, verifier, out);
			const reports: LessonReport[] = [];
			for (const [index, lesson] of lessons.entries()) {
				const before = first[index];
				if (!before) throw new Error(`${lesson.slug} was not run.`);
				const { report, unsteady } = await lookAgain(lesson, before, verifier);
				for (const row of unsteady) console.log(`UNSTEADY: ${row} came out right at the second look only.`);
				if (!before.accepted) console.log(describeReport(report));
				reports.push(report);
			}
			// The same sandboxes serve the questions that need an app.
			const open = async () => ({ ...verifier, close: async () => {} });
			const slugs = await quizSources(options.lessonsRoot);
			const quiz = await gateQuiz({ ...options, slugs }, open, out);
			const canaries = await runCanaries(verifier, out);
			console.log(describeCanaries(canaries));
			const mutants = await runMutantSample(lessons, verifier, out);
			const problems = reports.reduce((total, { gate }) => total + gate.problems.length, 0);
			const verdicts = reports.reduce((total, { gate }) => total + gate.verdicts, 0);
			const faults = canaries.filter(({ fault }) => fault !== null).length;
			const counts = {
				passed:
					Math.max(0, verdicts - problems) +
					Math.max(0, quiz.questions - quiz.problems) +
					canaries.length -
					faults +
					mutants.passed,
				failed:
					problems +
					quiz.problems +
					faults +
					mutants.failed +
					[canaries.length, verdicts, quiz.questions].filter((number) => number === 0).length,
			};
			return { ended: counts.failed === 0 ? "well" : "badly", counts };
		},
	);
}

function ofExitCode(code: number): Awaited<ReturnType<Stage["run"]>> {
	const well = code === 0;
	return { ended: well ? "well" : "badly", counts: { passed: well ? 1 : 0, failed: well ? 0 : 1 } };
}

async function ofReport(
	code: number,
	file: string,
	count: (report: unknown) => Counts,
): ReturnType<Stage["run"]> {
	const ended = code === 0 ? "well" : "badly";
	const text = await readFile(file, "utf8").catch(() => null);
	// No report: the run ended before there were tests.
	if (text === null) return { ended: "badly", counts: { passed: 0, failed: 1 } };
	return { ended, counts: count(JSON.parse(text)) };
}

/** Runs projects of vitest.config.ts; the report goes to `file`. */
function runVitest(projects: string[], file: string, signal: AbortSignal): Promise<number> {
	const chosen = projects.flatMap((project) => ["--project", project]);
	const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
	return runProgram("vitest", ["run", ...chosen, ...reports], { signal });
}

/** A report of an earlier run must not be taken for this one's. */
async function freshReport(name: string): Promise<string> {
	await mkdir(REPORTS, { recursive: true });
	const file = join(REPORTS, name);
	await rm(file, { force: true });
	return file;
}
