import { mkdir, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { listLessons } from "@/lib/lessons/load";
import type { SnapshotManifest } from "@/lib/sandbox/machines/webcontainer/manifest";
import { BareApp } from "./bench/bare-app";
import {
	type BenchLesson,
	openLesson,
	readBenchLesson,
	restartBare,
	runChecks,
	startBare,
	switchLesson,
	typeIntoHeading,
	warmMachines,
	writeHeading,
} from "./bench/measure";
import { measureRecorder } from "./bench/recorder";
import {
	type Figure,
	figuresTable,
	performanceDocument,
	snapshotTable,
	WEBPACK_BASELINE,
} from "./bench/report";
import { untilTrue } from "./bench/watch-page";
import { type AppFigures, measureBareWebpack, measureWebContainer } from "./bench/webcontainer";
import { benchWorkshop } from "./bench/workshop";
import { buildIfNeeded } from "./build/build";
import { CHROMIUM_ARGS } from "./chromium-args";
import { findChromium } from "./find-chromium";
import { requireNode } from "./node-version";
import { type Product, startProduct } from "./product";
import { ROOT } from "./root";
import { command } from "./serve";
import { overBudget } from "./snapshot/budget";
import { makeSnapshot, presentSnapshot } from "./snapshot/make";

const TIMES = 3;
const KEYS = "12345";
const EDITS = 5;
/** Action calls with and without the recorder. */
const CALLS = 40;
/** Milliseconds of quiet before what is measured, so that a machine made in the background is not measured with it. */
const QUIET = 5_000;

requireNode();
await command(async (signal) => {
	await buildIfNeeded({ signal });
	// `npm run bench -- workshop` measures a class on the hub, and nothing else.
	if (process.argv.includes("workshop")) return (await benchWorkshop(console.log)) ? 0 : 1;
	const [a, b] = await twoNeighbours();
	const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
	try {
		const bare = await measureBare(browser, a, b);
		const own = await measurePlayground(browser, a, b);
		console.log("With and without the recorder …");
		const calls = await measureRecorder(a, CALLS);
		const snapshot = await compressedSnapshot();
		const inBrowser = await measureBrowser(snapshot);
		const figures: Figure[] = [
			{ what: "Open a lesson", playground: own.open, bare: bare.open, aim: 0.2 },
			{ what: "Switch the lesson", playground: own.change, bare: bare.change, aim: 0.1 },
			{ what: "Keystroke to preview", playground: own.key, bare: bare.key, aim: 1.3 },
			{
				what: `All ${a.lesson.modules?.checks.length} checks`,
				playground: own.checks,
				bare: null,
				aim: 1500,
			},
			{ what: "Action call, recorded", playground: calls.recorded, bare: calls.bare, aim: 1.1 },
		];
		console.log(
			`\n${figuresTable(figures)}\n\n${figuresTable(inBrowser, WEBPACK_BASELINE)}\n\n${snapshotTable(snapshot)}`,
		);
		const surroundings = `${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.versions.node}, ${process.platform}`;
		await mkdir(join(ROOT, "docs"), { recursive: true });
		await writeFile(
			join(ROOT, "docs/performance.md"),
			performanceDocument(figures, { figures: inBrowser, snapshot }, surroundings),
		);
		console.log("\nWritten to docs/performance.md.");
		return 0;
	} finally {
		await browser.close();
	}
});

/** The snapshot as a site serves it: compressed as far as it goes, which takes minutes where it is not there yet. */
async function compressedSnapshot(): Promise<SnapshotManifest> {
	const present = await presentSnapshot(ROOT);
	if (present !== null && overBudget(present).length === 0) return present;
	return makeSnapshot(ROOT, { say: console.log });
}

async function measureBrowser(snapshot: SnapshotManifest): Promise<Figure[]> {
	const own: AppFigures[] = [];
	const bare: AppFigures[] = [];
	for (let time = 0; time < TIMES; time++) {
		console.log(`In the browser, ${time + 1} of ${TIMES} …`);
		bare.push(await measureBareWebpack(EDITS));
		own.push(await measureWebContainer(snapshot, EDITS));
	}
	const first = (runs: AppFigures[]) => runs.map(({ firstPage }) => firstPage);
	const edits = (runs: AppFigures[]) => runs.flatMap((run) => run.edits);
	return [
		{ what: "Boot to first page", playground: first(own), bare: first(bare), aim: 3 },
		{ what: "Edit to preview", playground: edits(own), bare: edits(bare), aim: 3 },
	];
}

/** Two lessons side by side on the map whose headings differ: each has a link to the other. */
async function twoNeighbours(): Promise<[BenchLesson, BenchLesson]> {
	const slugs = (await listLessons({ root: ROOT })).map(({ slug }) => slug);
	if (slugs.length < 2) throw new Error("The bench needs two lessons.");
	const pair = await Promise.all([readBenchLesson(slugs[0]!), readBenchLesson(slugs[1]!)]);
	if (pair[0].heading === pair[1].heading) throw new Error("The first two lessons have the same heading.");
	return pair;
}

interface Samples {
	open: number[];
	change: number[];
	key: number[];
}

async function measureBare(browser: Browser, a: BenchLesson, b: BenchLesson): Promise<Samples> {
	const samples: Samples = { open: [], change: [], key: [] };
	for (let time = 0; time < TIMES; time++) {
		console.log(`Bare next dev, ${time + 1} of ${TIMES} …`);
		const app = await BareApp.create(`bare-${time}`, a.starter);
		try {
			const { page, ms } = await startBare(browser, app, a.heading);
			samples.open.push(ms);
			samples.key.push(...(await writeHeading(page, app, a, KEYS)));
			samples.change.push(await restartBare(page, app, b));
			await page.close();
		} finally {
			await app.delete();
		}
	}
	return samples;
}

async function measurePlayground(
	browser: Browser,
	a: BenchLesson,
	b: BenchLesson,
): Promise<Samples & { checks: number[] }> {
	const samples: Samples & { checks: number[] } = { open: [], change: [], key: [], checks: [] };
	const known = await warmMachines();
	const product = await startProduct({ env: { PLAYGROUND_MAX_MACHINES: String(TIMES * 2 + 4) } });
	try {
		for (let time = 0; time < TIMES; time++) {
			console.log(`Playground, ${time + 1} of ${TIMES} …`);
			await untilSpareIsWarm(product, known);
			const { page, ms } = await openLesson(browser, product, a);
			samples.open.push(ms);
			// The next spare is made now; it must not run beside what is measured.
			await untilSpareIsWarm(product, known, { claim: false });
			samples.key.push(...(await typeIntoHeading(page, a, KEYS)));
			samples.change.push(await switchLesson(page, b));
			await page.context().close();
		}
		console.log("Checks …");
		samples.checks = await runChecks(product, a, TIMES);
		return samples;
	} finally {
		await product.stop();
	}
}

/** Waits for a warm machine that is not in `known`, and for quiet. Adds it there when it is about to be claimed. */
async function untilSpareIsWarm(product: Product, known: Set<string>, { claim = true } = {}): Promise<void> {
	// The machines are made at the first call of their address.
	await fetch(`${product.url}/api/machines/session`);
	await untilTrue(
		async () => [...(await warmMachines())].some((name) => !known.has(name)),
		"a warm spare sandbox",
	);
	await new Promise((resolve) => setTimeout(resolve, QUIET));
	if (claim) for (const name of await warmMachines()) known.add(name);
}
