import { type Browser, chromium, type Page } from "@playwright/test";
import * as z from "zod";
import type { CheckResult } from "@/lib/checks/types";
import type { VerifyJob } from "@/lib/playground/verify";
import { CHROMIUM_ARGS } from "../chromium-args";
import { findChromium } from "../find-chromium";
import { messageOf } from "../words";

/** A job with the code itself; the page gets it as a blob URL. */
export type VerifyTask = Omit<VerifyJob, "modulesUrl"> & { code: string };

export interface Verifier {
	/**
	 * Runs a task in the first page that is free. Rejects when the sandbox cannot run it at all, with
	 * {@link ProductUnusable} when it would be the same for every other task.
	 */
	run(task: VerifyTask): Promise<CheckResult[]>;
	close(): Promise<void>;
}

/** The product itself cannot be used: no verdict of any lesson can be had, and none is made up. */
export class ProductUnusable extends Error {
	override readonly name = "ProductUnusable";
}

/** Results come out of a browser; `evidence` is only shown, so its inside is not looked at. */
const resultsSchema = z.array(
	z.object({
		id: z.string(),
		title: z.string(),
		verdict: z.enum(["pass", "fail", "blocked", "broken"]),
		did: z.array(z.string()),
		message: z.string(),
		expected: z.string(),
		observed: z.string(),
		evidence: z.array(z.custom<CheckResult["evidence"][number]>((value) => typeof value === "object")),
		assertions: z.number(),
		durationMs: z.number(),
		sourceHash: z.string(),
	}),
);

/** Milliseconds until a job counts as lost; longer than the deadlines of the checks in it. */
const JOB_TIMEOUT = 600_000;
const PAGE_TIMEOUT = 120_000;

/**
 * Opens `/authors/verify` of the product at `url` in `workers` pages of a headless browser, each with a sandbox of its
 * own.
 */
export async function openVerifier({
	url,
	workers,
	webContainerHost = null,
	jobTimeoutMs = JOB_TIMEOUT,
}: {
	url: string;
	workers: number;
	/** Runs the apps in WebContainers of the host at this address; otherwise they run on the local machine. */
	webContainerHost?: string | null;
	jobTimeoutMs?: number;
}): Promise<Verifier> {
	const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
	const idle: Seat[] = Array.from({ length: workers }, () => ({ page: null }));
	const waiting: ((seat: Seat) => void)[] = [];
	const take = () => {
		const seat = idle.pop();
		return seat ? Promise.resolve(seat) : new Promise<Seat>((resolve) => waiting.push(resolve));
	};
	const give = (seat: Seat) => {
		const next = waiting.shift();
		if (next) next(seat);
		else idle.push(seat);
	};
	return {
		async run(task) {
			const seat = await take();
			try {
				seat.page ??= await openPage(browser, url, webContainerHost);
				return await withTimeout(runIn(seat.page, task), jobTimeoutMs);
			} catch (error) {
				// Whatever state the page is in, the next task must not inherit it.
				await seat.page?.context().close();
				seat.page = null;
				throw error;
			} finally {
				give(seat);
			}
		},
		close: () => browser.close(),
	};
}

interface Seat {
	page: Page | null;
}

async function openPage(browser: Browser, url: string, webContainerHost: string | null): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	try {
		const page = await context.newPage();
		if (webContainerHost !== null) await nameHost(page, webContainerHost);
		const address = `${url}/authors/verify${webContainerHost === null ? "" : "?machine=webcontainer"}`;
		const answer = await page.goto(address, { timeout: PAGE_TIMEOUT });
		if (!answer?.ok()) throw new Error(`${address} answered ${answer?.status() ?? "nothing"}.`);
		await page.waitForFunction(() => window.playgroundVerify?.ready === true, undefined, {
			timeout: PAGE_TIMEOUT,
		});
		return page;
	} catch (error) {
		await context.close();
		throw new ProductUnusable(`The page for verification did not come up: ${messageOf(error)}`, {
			cause: error,
		});
	}
}

/** The API of WebContainers reads the address of its service from this global, once. */
function nameHost(page: Page, host: string): Promise<unknown> {
	return page.addInitScript((address) => {
		Object.assign(globalThis, { WEBCONTAINER_API_IFRAME_URL: address });
	}, host);
}

async function runIn(page: Page, { code, ...job }: VerifyTask): Promise<CheckResult[]> {
	const results = await page.evaluate(
		async ([job, code]) => {
			const modulesUrl = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
			try {
				return await window.playgroundVerify!.run({ ...job, modulesUrl });
			} finally {
				URL.revokeObjectURL(modulesUrl);
			}
		},
		[job, code] as const,
	);
	return resultsSchema.parse(results);
}

function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`The sandbox gave no verdicts within ${ms / 1000} s.`)), ms);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
