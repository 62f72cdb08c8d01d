import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { exists, hashPaths } from "../files";
import { generate } from "../generate/run";
import { endChild, exitOf, spawnNext } from "../next";
import { ROOT } from "../root";
import { removeStaleSnapshot } from "../snapshot/make";
import { seconds } from "../words";
import { compactLine } from "./compact";

/** What decides whether the product must be built again. Generated files follow from these. */
const SOURCES = [
	"app",
	"components",
	"instrumentation.ts",
	"lib",
	"next.config.ts",
	"package-lock.json",
	"package.json",
	"postcss.config.mjs",
	"sandbox-templates",
	"scripts/generate",
	"tailwind.config.ts",
	"tsconfig.json",
];

const STAMP = ".next/playground-sources.json";
/** Silence longer than this, in milliseconds, gets a sign of life. */
const SIGN_OF_LIFE = 10_000;

export function isSource(path: string): boolean {
	return !/\.test\.tsx?$/.test(path);
}

interface Stamp {
	product: string;
	lessons: string;
}

async function stampNow(): Promise<Stamp> {
	return {
		product: await hashPaths(ROOT, SOURCES, isSource),
		lessons: await hashPaths(ROOT, ["lessons"], isSource),
	};
}

/**
 * Whether the build in `.next` is of these sources. Runs no build. Without `lessons` a changed lesson does not count:
 * enough where the lesson's files come from elsewhere than the build.
 */
export async function isBuilt({ lessons = true }: { lessons?: boolean } = {}): Promise<boolean> {
	if (!(await exists(join(ROOT, ".next/BUILD_ID")))) return false;
	const text = await readFile(join(ROOT, STAMP), "utf8").catch(() => null);
	if (text === null) return false;
	const [then, now] = [JSON.parse(text) as Stamp, await stampNow()];
	return then.product === now.product && (!lessons || then.lessons === now.lessons);
}

/** Generates and builds, showing progress. Throws when the build fails. `signal` ends it. */
export async function build({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
	console.log("Preparing …");
	await generate(ROOT);
	signal?.throwIfAborted();
	// Before the build: what is changed while it runs must lead to another one.
	const stamp = await stampNow();
	console.log("Building the playground (next build; a minute or two the first time) …");
	const started = performance.now();
	await runBuild(started, signal);
	await writeFile(join(ROOT, STAMP), JSON.stringify(stamp));
	console.log(`Built in ${seconds(performance.now() - started)}.`);
}

/** {@link build}, unless {@link isBuilt}. */
export async function buildIfNeeded(
	options: { signal?: AbortSignal; lessons?: boolean } = {},
): Promise<void> {
	await removeStaleSnapshot(ROOT);
	if (!(await isBuilt(options))) return build(options);
	// What was generated may have been deleted since; this costs nothing when it is all there.
	await generate(ROOT, { log: () => {} });
	console.log("The build is up to date.");
}

async function runBuild(started: number, signal?: AbortSignal): Promise<void> {
	const child = spawnNext(["build"], { stdio: ["ignore", "pipe", "pipe"] });
	const end = () => void endChild(child);
	signal?.addEventListener("abort", end, { once: true });
	const all: string[] = [];
	const say = (line: string) => console.log(`  ${clock(performance.now() - started)}  ${line}`);
	let quietSince = performance.now();
	const ticker = setInterval(() => {
		if (performance.now() - quietSince < SIGN_OF_LIFE) return;
		quietSince = performance.now();
		say("still building …");
	}, 1_000);
	for (const stream of [child.stdout, child.stderr]) {
		if (!stream) continue;
		createInterface({ input: stream }).on("line", (line) => {
			all.push(line);
			const short = compactLine(line);
			if (short === null) return;
			quietSince = performance.now();
			say(short);
		});
	}
	try {
		const code = await exitOf(child);
		signal?.throwIfAborted();
		if (code === 0) return;
		throw new Error(`${all.join("\n")}\n\nThe build failed (exit code ${code}); its whole output is above.`);
	} finally {
		clearInterval(ticker);
		signal?.removeEventListener("abort", end);
	}
}

function clock(ms: number): string {
	const whole = Math.floor(ms / 1000);
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`.padStart(5);
}
