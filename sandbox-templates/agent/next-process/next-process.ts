import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { NextStatus } from "@/lib/sandbox/agent-protocol";
import type { ExchangeBook } from "../exchange-book";
import type { LogBook } from "../log-book";
import type { SandboxRecord } from "../records";
import { type NextChild, startChild } from "./child";
import {
	devArgsOf,
	findNext,
	isolatedIn,
	type LaunchPlan,
	limitsOf,
	nextArguments,
	nextEnvironment,
	portsOf,
	silenceLimitOf,
} from "./command";
import { findFreePort } from "./free-port";
import { probe } from "./probe";
import { endAll, isShutIn, processUse } from "./process-use";
import { reduce } from "./reduce";
import { initialState, type NextEffect, type NextEvent, statusOf } from "./state";

export interface NextProcessOptions {
	folder: string;
	environment: NodeJS.ProcessEnv;
	recorder: { path: string; key: string };
	log: LogBook;
	exchanges: ExchangeBook;
	onStatus(status: NextStatus): void;
	onReply(id: number, status: NextStatus): void;
	onRefuse(id: number, code: string, message: string): void;
}

const TICK_MS = 1_000;

/** What V8 prints, to standard error, before it ends a process whose heap is full. */
const HEAP_FULL = /^FATAL ERROR: .*(heap limit|heap out of memory)/;

/**
 * `next build` checks the types that `next dev` has left (16.3.7), and fails when one of them is of a page that was removed
 * in the meantime, as the pages of a claim or of another lesson are.
 */
async function forgetDevTypes(folder: string): Promise<void> {
	await rm(join(folder, ".next/dev/types"), { recursive: true, force: true });
}

/** The executor around {@link reduce}: feeds it what happens to the Next.js process and does what it decides. */
export function createNextProcess(options: NextProcessOptions) {
	const { log } = options;
	const limits = limitsOf(options.environment, availableParallelism());
	let state = initialState(silenceLimitOf(options.environment), limits);
	/** Nothing but the app runs here besides the agent. */
	const isolated = isolatedIn(options.environment) && isShutIn();
	const ports = portsOf(options.environment);
	let child: NextChild | null = null;
	let childRun = 0;
	/** What the build printed that made what runs; empty in development. */
	let buildLines: string[] = [];

	function dispatch(event: NextEvent): void {
		const before = statusOf(state);
		const step = reduce(state, event);
		state = step.state;
		const after = statusOf(state);
		if (!isSameStatus(before, after)) options.onStatus(after);
		for (const effect of step.effects) execute(effect);
	}

	function execute(effect: NextEffect): void {
		switch (effect.type) {
			case "run":
				void run(effect);
				break;
			case "probe": {
				const { run: number, port, mode } = effect;
				const isPresent = () => state.lastRun === number && state.phase.phase === "launching";
				void probe(port, mode, isPresent).then((answered) => {
					if (answered) dispatch({ type: "answered", run: number });
				});
				break;
			}
			case "kill":
				// Not spawned yet: `run` looks again once it has a port.
				if (childRun !== effect.run) break;
				if (effect.all && child?.pid !== undefined) endAll(isolated ? null : child.pid);
				child?.kill();
				break;
			case "reply":
				options.onReply(effect.id, effect.status);
				break;
			case "refuse":
				options.onRefuse(effect.id, effect.code, effect.message);
				break;
		}
	}

	async function run(effect: Extract<NextEffect, { type: "run" }>): Promise<void> {
		const { run: number, mode, step } = effect;
		const failed = (error: unknown) => {
			log.add("stderr", `[sandbox] Next.js could not be started: ${messageOf(error)}`);
			dispatch({
				type: "ended",
				run: number,
				code: null,
				signal: null,
				logTail: log.tail(),
				portTaken: false,
			});
		};
		try {
			const port = step === "serve" ? (ports?.app ?? (await findFreePort(effect.preferredPort))) : null;
			if (step === "build") await forgetDevTypes(options.folder);
			if (state.phase.phase !== "launching" || state.phase.run !== number) {
				dispatch({ type: "ended", run: number, code: null, signal: null, logTail: "", portTaken: false });
				return;
			}
			const plan: LaunchPlan = { mode, step, port };
			const { folder, environment, recorder } = options;
			const args = nextArguments(findNext(folder), plan, devArgsOf(environment));
			const env = nextEnvironment(environment, plan, { ...recorder, agentPid: process.pid });
			let portTaken = false;
			if (step === "build" || mode === "development") buildLines = [];
			const watchedLog: LogBook = {
				...log,
				add(stream, line) {
					portTaken ||= port !== null && line.includes("EADDRINUSE") && line.includes(`:${port}`);
					if (step === "build") buildLines.push(line);
					if (stream === "stderr" && HEAP_FULL.test(line)) dispatch({ type: "heapFull", run: number });
					log.add(stream, line);
				},
			};
			childRun = number;
			child = startChild(args, { cwd: folder, env, key: recorder.key }, watchedLog, {
				onRecord: (record) => onRecord(number, record),
				onEnd: (code, signal) => {
					options.exchanges.processEnded();
					log.flush();
					dispatch({ type: "ended", run: number, code, signal, logTail: log.tail(), portTaken });
				},
			});
			dispatch({ type: "spawned", run: number, port });
		} catch (error) {
			failed(error);
		}
	}

	function onRecord(number: number, record: SandboxRecord): void {
		switch (record.type) {
			case "listening":
				// A server that replaces another one leaves that one's requests unanswered.
				options.exchanges.processEnded();
				dispatch({ type: "listening", run: number, pid: record.pid });
				break;
			case "beat":
				dispatch({ type: "beat", run: number, memoryUse: record.memoryUse });
				break;
			case "open":
			case "close":
				dispatch({ type: "asked", run: number });
				options.exchanges.add(record);
				break;
			case "trouble":
				log.add("stderr", `[sandbox] The recorder failed on a request: ${record.message}`);
				break;
		}
	}

	let lastTick = performance.now();
	const ticker = setInterval(() => {
		const now = performance.now();
		// A computer that slept, or that had no time for the agent, had none for Next.js either.
		const elapsedMs = Math.min(now - lastTick, 1.5 * TICK_MS);
		lastTick = now;
		log.flush();
		measure(elapsedMs);
		dispatch({ type: "tick", elapsedMs, serverAlive: isServerAlive() });
	}, TICK_MS);

	let lastUse = { run: 0, cpuMs: 0 };
	function measure(elapsedMs: number): void {
		const { phase } = state;
		if (phase.phase !== "launching" && phase.phase !== "ready") return;
		if (childRun !== phase.run || child?.pid === undefined) return;
		const use = processUse(isolated ? null : child.pid);
		if (use === null) return;
		const { run } = phase;
		// The time of a process that nobody waited for is lost with it.
		const cpuMs = lastUse.run === run ? Math.max(0, use.cpuMs - lastUse.cpuMs) : 0;
		lastUse = { run, cpuMs: use.cpuMs };
		dispatch({ type: "used", run, elapsedMs, processes: use.pids.length, memoryMb: use.memoryMb, cpuMs });
	}

	function isServerAlive(): boolean {
		if (state.phase.phase !== "ready") return true;
		try {
			process.kill(state.phase.serverPid, 0);
			return true;
		} catch (error) {
			return (error as NodeJS.ErrnoException).code !== "ESRCH";
		}
	}

	return {
		dispatch,
		status: (): NextStatus => statusOf(state),
		buildLog: (): string => buildLines.join("\n"),
		/** For the agent's own end: no waiting, no events. */
		killNow(): void {
			clearInterval(ticker);
			child?.kill();
		},
	};
}
export type NextProcess = ReturnType<typeof createNextProcess>;

/** Where the recorder stands in a sandbox. */
export function recorderPath(folder: string): string {
	return join(folder, ".sandbox", "recorder.cjs");
}

/** `blockedMs` grows every second and is no news. */
function isSameStatus(a: NextStatus, b: NextStatus): boolean {
	if (a.state === "unresponsive" && b.state === "unresponsive") return true;
	return JSON.stringify(a) === JSON.stringify(b);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
