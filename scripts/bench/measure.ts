import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { LessonError } from "@/lib/lessons/error";
import { type LessonToVerify, type Overlay, readForVerification } from "../lessons/read";
import { runVariant } from "../lessons/run-lesson";
import { openVerifier } from "../lessons/verifier";
import type { Product } from "../product";
import { ROOT } from "../root";
import type { BareApp } from "./bare-app";
import { headingIs, isInteractive, previewFrame, timed, untilTrue } from "./watch-page";

export interface BenchLesson {
	slug: string;
	lesson: LessonToVerify;
	starter: Overlay;
	/** The file with the heading of the page first shown, its text, and the heading's text. */
	file: string;
	text: string;
	heading: string;
}

export async function readBenchLesson(slug: string): Promise<BenchLesson> {
	const lesson = await readForVerification(slug, ROOT);
	const starter = lesson.variants.find(({ name }) => name === "starter")?.files;
	if (!starter) throw new LessonError(slug, lesson.invalid.join("; "));
	const pages = Object.entries(starter).filter(([path]) => path.endsWith("page.tsx"));
	for (const [file, text] of pages) {
		const heading = /<h1>([^<>{}]+)<\/h1>/.exec(text ?? "")?.[1];
		if (text !== null && heading !== undefined) return { slug, lesson, starter, file, text, heading };
	}
	throw new LessonError(slug, "no page of its starter has a plain <h1> to watch");
}

/** Opens a lesson in a new browser context. Gives the page and the milliseconds until its app can be used. */
export async function openLesson(
	browser: Browser,
	product: Product,
	{ slug, heading }: BenchLesson,
): Promise<{ page: Page; ms: number }> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	const ms = await timed(
		() => page.goto(`${product.url}/lessons/${slug}`, { waitUntil: "commit" }),
		() => untilTrue(async () => isInteractive(await previewFrame(page), heading), `the preview of ${slug}`),
	);
	return { page, ms };
}

/** `next dev` from nothing until the page can be used. */
export async function startBare(
	browser: Browser,
	app: BareApp,
	heading: string,
): Promise<{ page: Page; ms: number }> {
	const page = await browser.newPage();
	const ms = await timed(
		() => app.start(),
		() => untilBareShows(page, app, heading),
	);
	return { page, ms };
}

/** Stops, exchanges the files, starts again. */
export function restartBare(page: Page, app: BareApp, to: BenchLesson): Promise<number> {
	return timed(
		async () => {
			await app.stop();
			await app.lay(to.starter);
			await app.start();
		},
		() => untilBareShows(page, app, to.heading),
	);
}

async function untilBareShows(page: Page, app: BareApp, heading: string): Promise<void> {
	await untilTrue(async () => Boolean(await page.goto(`${app.url}/`, { waitUntil: "commit" })), "next dev");
	await untilTrue(() => isInteractive(page.mainFrame(), heading), "the page of next dev");
}

/** From the click on the link to another lesson until its app is painted. */
export function switchLesson(page: Page, to: BenchLesson): Promise<number> {
	return timed(
		() => page.locator(`a[href="/lessons/${to.slug}"]:visible`).first().click(),
		() => untilTrue(async () => headingIs(await previewFrame(page), to.heading), `the preview of ${to.slug}`),
	);
}

/** Types `keys` one by one at the end of the heading; milliseconds from each key to the preview. */
export async function typeIntoHeading(
	page: Page,
	{ slug, lesson, file, text, heading }: BenchLesson,
	keys: string,
): Promise<number[]> {
	const [shownFirst] = lesson.source.meta.open;
	if (shownFirst !== file) throw new LessonError(slug, `${file} must be the first tab to type into it`);
	const line = text.slice(0, text.indexOf(`<h1>${heading}`)).split("\n").length - 1;
	await page.locator(".monaco-editor .view-lines").first().click();
	await page.keyboard.press("ControlOrMeta+Home");
	for (let index = 0; index < line; index++) await page.keyboard.press("ArrowDown");
	await page.keyboard.press("End");
	for (let index = 0; index < "</h1>".length; index++) await page.keyboard.press("ArrowLeft");
	const samples: number[] = [];
	let shown = heading;
	for (const key of keys) {
		shown += key;
		samples.push(
			await timed(
				() => page.keyboard.press(key),
				() => untilTrue(async () => headingIs(await previewFrame(page), shown), `"${shown}" in the preview`),
			),
		);
	}
	return samples;
}

/** The same change written to the file below `next dev`. */
export async function writeHeading(
	page: Page,
	app: BareApp,
	lesson: BenchLesson,
	keys: string,
): Promise<number[]> {
	const samples: number[] = [];
	let shown = lesson.heading;
	for (const key of keys) {
		shown += key;
		const text = lesson.text.replace(`<h1>${lesson.heading}</h1>`, `<h1>${shown}</h1>`);
		samples.push(
			await timed(
				() => app.write(lesson.file, text),
				() => untilTrue(() => headingIs(page.mainFrame(), shown), `"${shown}" below next dev`),
			),
		);
	}
	return samples;
}

/** All checks over the solution; the first run warms up and is not counted. */
export async function runChecks(product: Product, { lesson }: BenchLesson, times: number): Promise<number[]> {
	const solution = lesson.variants.find(({ name }) => name === "solution");
	if (!solution) throw new LessonError(lesson.slug, "has no solution");
	const verifier = await openVerifier({ url: product.url, workers: 1 });
	try {
		const samples: number[] = [];
		for (let run = 0; run <= times; run++) {
			const results = await runVariant(lesson, solution, verifier);
			const wrong = results.find(({ verdict }) => verdict !== "pass");
			if (wrong || results.length === 0) throw new Error(`${lesson.slug}: ${wrong?.message ?? "no checks"}`);
			if (run > 0) samples.push(results.reduce((sum, { durationMs }) => sum + durationMs, 0));
		}
		return samples;
	} finally {
		await verifier.close();
	}
}

/** Machines on disk whose Next.js has compiled a page, by folder name. */
export async function warmMachines(): Promise<Set<string>> {
	const root = join(ROOT, ".sandboxes");
	const warm = new Set<string>();
	for (const name of await readdir(root).catch(() => [])) {
		const manifest = join(root, name, ".next/dev/server/app-paths-manifest.json");
		const text = await readFile(manifest, "utf8").catch(() => "");
		if (name.startsWith("m-") && text.includes("/page")) warm.add(name);
	}
	return warm;
}
