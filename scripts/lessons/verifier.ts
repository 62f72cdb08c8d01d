import { type Browser, chromium, type Page } from "@playwright/test";
import * as z from "zod";
import type { CheckResult } from "@/lib/checks/types";
import type { VerifyJob, VerifyTimes } from "@/lib/playground/verify";
import { CHROMIUM_ARGS } from "../chromium-args";
import { findChromium } from "../find-chromium";
import { messageOf } from "../words";

/** A job with the code itself; the page gets it as a blob URL. */
export type VerifyTask = Omit<VerifyJob, "modulesUrl"> & { code: string };

export interface Verifier {
	/**
	 * Runs a task in the first page that is free. One that is broken because its sandbox was lost is run once more in a
	 * fresh one, and told of. Rejects when the sandbox cannot run it at all, with {@link ProductUnusable} when it would be
	 * the same for every other task.
	 */
	run(task: VerifyTask): Promise<CheckResult[]>;
	/** What the tasks so far took, by stage. */
	times(): VerifyTimes & { tasks: number };
	close(): Promise<void>;
}

/** The product itself cannot be used: no verdict of any lesson can be had, and none is made up. */
export class ProductUnusable extends Error {
	override readonly name = "ProductUnusable";
}

/** Results come out of a browser; `evidence` is only shown, so its inside is not looked at. */
const outcomeSchema = z.object({
	times: z.object({ ready: z.number(), current: z.number(), checks: z.number() }),
	results: z.array(
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
			brokenBy: z.enum(["check", "sandbox"]).optional(),
		}),
	),
});
type Outcome = z.infer<typeof outcomeSchema>;

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
	unsteady = () => {},
}: {
	url: string;
	workers: number;
	/** Runs the apps in WebContainers of the host at this address; otherwise they run on the local machine. */
	webContainerHost?: string | null;
	jobTimeoutMs?: number;
	/** Told of a task that had to be run twice. */
	unsteady?: (line: string) => void;
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
	const spent = { ready: 0, current: 0, checks: 0, tasks: 0 };
	async function runOnce(seat: Seat, task: VerifyTask): Promise<CheckResult[]> {
		try {
			seat.page ??= await openPage(browser, url, webContainerHost);
			const { results, times } = await withTimeout(runIn(seat.page, task), jobTimeoutMs);
			spent.tasks += 1;
			for (const stage of ["ready", "current", "checks"] as const) spent[stage] += times[stage];
			return results;
		} catch (error) {
			// Whatever state the page is in, the next task must not inherit it.
			await leave(seat);
			throw error;
		}
	}
	return {
		async run(task) {
			const seat = await take();
			try {
				const first = await outcomeOf(runOnce(seat, task));
				if (!isLost(first)) return resultsOf(first);
				await leave(seat);
				const second = await outcomeOf(runOnce(seat, task));
				const now = isLost(second) ? "and a second time" : "and came out well in a fresh one";
				unsteady(`UNSTEADY: ${task.lesson} lost its sandbox (${reasonOf(first)}), ${now}.`);
				return resultsOf(second);
			} finally {
				give(seat);
			}
		},
		times: () => ({ ...spent }),
		close: () => browser.close(),
	};
}

interface Seat {
	page: Page | null;
}

async function leave(seat: Seat): Promise<void> {
	await seat.page?.context().close();
	seat.page = null;
}

type Attempt = { results: CheckResult[] } | { error: unknown };

async function outcomeOf(running: Promise<CheckResult[]>): Promise<Attempt> {
	return running.then(
		(results) => ({ results }),
		(error: unknown) => ({ error }),
	);
}

function resultsOf(attempt: Attempt): CheckResult[] {
	if ("error" in attempt) throw attempt.error;
	return attempt.results;
}

/** Whether the sandbox is to blame, not the lesson. */
function isLost(attempt: Attempt): boolean {
	if ("error" in attempt) return !(attempt.error instanceof ProductUnusable);
	return attempt.results.some(({ verdict, brokenBy }) => verdict === "broken" && brokenBy === "sandbox");
}

function reasonOf(attempt: Attempt): string {
	if ("error" in attempt) return messageOf(attempt.error).split("\n", 1)[0] ?? "";
	return attempt.results.find(({ brokenBy }) => brokenBy === "sandbox")?.message ?? "";
}

async function openPage(browser: Browser, url: string, webContainerHost: string | null): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 },
		// The page's own policy takes no modules that were not built with it, as those of the lesson at hand are.
		bypassCSP: true,
	});
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

async function runIn(page: Page, { code, ...job }: VerifyTask): Promise<Outcome> {
	const outcome = await page.evaluate(
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
	return outcomeSchema.parse(outcome);
}

function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`The sandbox gave no verdicts within ${ms / 1000} s.`)), ms);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
