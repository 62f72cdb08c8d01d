import type { Mode, NextStatus } from "@/lib/sandbox/agent-protocol";
import type { AppLimit } from "@/lib/sandbox/app-limits";

/** How a process of Next.js ended. */
export interface Ending {
	code: number | null;
	signal: string | null;
	logTail: string;
	/** It could not have the port that was picked for it. */
	portTaken: boolean;
}

/** One process after the other gets a number, so that late news of an old one can be told from news of the present one. */
type Phase =
	| { phase: "stopped" }
	| {
			phase: "launching";
			mode: Mode;
			run: number;
			stage: "building" | "starting" | "warming";
			port: number | null;
			serverPid: number | null;
			ageMs: number;
			attempt: number;
	  }
	| {
			phase: "ready";
			mode: Mode;
			run: number;
			port: number;
			serverPid: number;
			/** Milliseconds since the last sign of life of the main thread. */
			silentMs: number;
			/** Milliseconds for which there has been no server process at all. */
			goneMs: number;
			unresponsive: boolean;
			memoryLow: boolean;
			/** Processor time used since the last request, without what is usual of a server at rest. */
			idleCpuMs: number;
	  }
	/** Being killed; `next` says what shall come after it. */
	| { phase: "ending"; run: number; next: { type: "stop" } | { type: "launch"; mode: Mode } | Failure }
	| {
			phase: "exited";
			mode: Mode;
			ending: Omit<Ending, "portTaken">;
			building?: boolean;
			starting?: boolean;
			reason?: string;
			limit: AppLimit | null;
	  };

/** Killed because it was of no use any more. */
interface Failure {
	type: "failure";
	mode: Mode;
	message: string;
	limit: AppLimit | null;
}

/** What the app's processes may use. */
export interface Limits {
	/** Megabytes of the heap of each; the system of JavaScript itself sees to it. */
	heapMb: number;
	/** Megabytes of all of them. */
	memoryMb: number;
	/** At a time. */
	processes: number;
	/** Of processor time without any request. */
	idleCpuSeconds: number;
}

/** Commands that will be answered when the process gets where they want it. `mode: null` waits for the end. */
interface Waiting {
	id: number;
	mode: Mode | null;
}

export interface NextState {
	phase: Phase;
	waiting: Waiting[];
	lastRun: number;
	/** Kept over restarts, so that the preview's address and its cookies stay. */
	lastPort: number | null;
	/** Silence of the main thread, in milliseconds, that counts as a loop that never ends. */
	silenceLimitMs: number;
	limits: Limits;
	/** The run in which a process said that its heap is full, until the server gives a sign of life. */
	heapFullRun: number | null;
}

export type NextEvent =
	| { type: "start" | "restart"; id: number; mode: Mode }
	| { type: "stop"; id: number }
	| { type: "spawned"; run: number; port: number | null }
	| { type: "listening"; run: number; pid: number }
	/** The server has answered a request. */
	| { type: "answered"; run: number }
	/** `memoryUse`: the part of its heap limit that is in use, 0 to 1. */
	| { type: "beat"; run: number; memoryUse: number }
	/** One of its processes has printed that its heap is full; it ends within moments. */
	| { type: "heapFull"; run: number }
	/** Somebody has sent a request, or has been answered. */
	| { type: "asked"; run: number }
	/** What its processes use; `cpuMs`: since the last time. */
	| { type: "used"; run: number; elapsedMs: number; processes: number; memoryMb: number; cpuMs: number }
	/** Time passed in which the agent itself was awake; `serverAlive`: the process of `serverPid` exists. */
	| { type: "tick"; elapsedMs: number; serverAlive: boolean }
	| ({ type: "ended"; run: number } & Ending);

export type NextEffect =
	| { type: "run"; run: number; mode: Mode; step: "build" | "serve"; preferredPort: number | null }
	| { type: "probe"; run: number; port: number; mode: Mode }
	/** `all`: also what has left the process group. */
	| { type: "kill"; run: number; all?: true }
	| { type: "reply"; id: number; status: NextStatus }
	| { type: "refuse"; id: number; code: "start-failed" | "cancelled"; message: string };

export const SILENCE_LIMIT_MS = 8_000;
/** A change of next.config makes Next.js replace its server process by itself; that takes a second or two. */
export const GONE_AFTER_MS = 8_000;
/**
 * From this part of the heap limit on, the server is due for a restart at the next good moment. Each edit leaves a
 * little behind in a development server; `next dev` would go on to 0.8 and then end in the middle of other requests.
 */
export const MEMORY_LOW = 0.6;
export const START_LIMIT_MS = 90_000;
export const BUILD_LIMIT_MS = 240_000;

/**
 * Bounds that an app of a lesson stays far below (600 to 900 MB and a handful of processes under `next dev`): they stop
 * an accident before it stops the computer.
 */
export const LIMITS: Limits = { heapMb: 1_024, memoryMb: 3_072, processes: 64, idleCpuSeconds: 120 };
/** So much of one processor may be in use for ever: timers, and the watching of files. */
export const CPU_AT_REST = 0.25;

export function initialState(silenceLimitMs = SILENCE_LIMIT_MS, limits = LIMITS): NextState {
	return {
		phase: { phase: "stopped" },
		waiting: [],
		lastRun: 0,
		lastPort: null,
		silenceLimitMs,
		limits,
		heapFullRun: null,
	};
}

/** What the world is told of a state. */
export function statusOf({ phase }: NextState): NextStatus {
	switch (phase.phase) {
		case "stopped":
			return { state: "stopped" };
		case "launching":
			return { state: "starting", mode: phase.mode, stage: phase.stage };
		case "ready":
			return phase.unresponsive
				? { state: "unresponsive", mode: phase.mode, port: phase.port, blockedMs: Math.round(phase.silentMs) }
				: {
						state: "ready",
						mode: phase.mode,
						port: phase.port,
						...(phase.memoryLow ? { memoryLow: true } : {}),
					};
		case "ending":
			return phase.next.type === "stop"
				? { state: "stopped" }
				: { state: "starting", mode: phase.next.mode, stage: "starting" };
		case "exited": {
			const { code, signal, logTail } = phase.ending;
			return {
				state: "exited",
				mode: phase.mode,
				code,
				signal,
				logTail,
				...(phase.building ? { building: true } : {}),
				...(phase.starting ? { starting: true } : {}),
				...(phase.reason ? { reason: phase.reason } : {}),
				...(phase.limit ? { limit: phase.limit } : {}),
			};
		}
	}
}
