import type { Mode } from "@/lib/sandbox/agent-protocol";
import { type AppLimit, limitInWords } from "@/lib/sandbox/app-limits";
import {
	BUILD_LIMIT_MS,
	CPU_AT_REST,
	type Ending,
	GONE_AFTER_MS,
	MEMORY_LOW,
	type NextEvent,
	type NextState,
	START_LIMIT_MS,
	statusOf,
} from "./state";
import { fail, failAtLimit, heapLimit, isPresent, launch, refuse, type Step, settle, stay } from "./steps";

const PORT_ATTEMPTS = 5;

/** Decides what becomes of the Next.js process. Pure: the executor does what `effects` say, in their order. */
export function reduce(state: NextState, event: NextEvent): Step {
	const { phase } = state;
	switch (event.type) {
		case "start":
			return start(state, event.id, event.mode);
		case "restart":
			return replace(state, { id: event.id, mode: event.mode });
		case "stop":
			return stop(state, event.id);
		case "tick":
			return tick(state, event.elapsedMs, event.serverAlive);
		case "ended":
			return isPresent(state, event.run) ? ended(state, event) : stay(state);
		case "spawned":
			if (phase.phase !== "launching" || phase.run !== event.run) return stay(state);
			return stay({
				...state,
				lastPort: event.port ?? state.lastPort,
				phase: { ...phase, port: event.port },
			});
		case "listening":
			return listening(state, event.run, event.pid);
		case "answered":
			return answered(state, event.run);
		case "beat": {
			if (phase.phase !== "ready" || phase.run !== event.run) return stay(state);
			// Once low, always low: a collection now and then does not give back what edits left behind.
			const memoryLow = phase.memoryLow || event.memoryUse > MEMORY_LOW;
			return stay({
				...state,
				// It was another process, a worker of the build or of the compiler.
				heapFullRun: null,
				phase: { ...phase, silentMs: 0, goneMs: 0, unresponsive: false, memoryLow },
			});
		}
		case "heapFull":
			return isPresent(state, event.run) ? stay({ ...state, heapFullRun: event.run }) : stay(state);
		case "asked":
			if (phase.phase !== "ready" || phase.run !== event.run) return stay(state);
			return stay({ ...state, phase: { ...phase, idleCpuMs: 0 } });
		case "used":
			return used(state, event);
	}
}

function start(state: NextState, id: number, mode: Mode): Step {
	const { phase } = state;
	if (phase.phase === "ready" && phase.mode === mode && !phase.unresponsive) {
		return { state, effects: [{ type: "reply", id, status: statusOf(state) }] };
	}
	const isOnItsWay =
		(phase.phase === "launching" && phase.mode === mode) ||
		(phase.phase === "ending" && phase.next.type === "launch" && phase.next.mode === mode);
	if (isOnItsWay) return stay({ ...state, waiting: [...state.waiting, { id, mode }] });
	return replace(state, { id, mode });
}

/** Whatever runs is killed, then `wanted.mode` is launched. Commands that wanted something else are told so. */
function replace(state: NextState, wanted: { id: number; mode: Mode }): Step {
	const keep = state.waiting.filter((one) => one.mode === wanted.mode);
	const effects = refuse(
		state.waiting.filter((one) => one.mode !== wanted.mode),
		"cancelled",
		"A newer command replaced this one.",
	);
	const next: NextState = { ...state, waiting: [...keep, wanted] };
	const { phase } = state;
	if (!("run" in phase)) return launch(next, wanted.mode, effects);
	return {
		state: {
			...next,
			phase: { phase: "ending", run: phase.run, next: { type: "launch", mode: wanted.mode } },
		},
		effects: phase.phase === "ending" ? effects : [...effects, { type: "kill", run: phase.run }],
	};
}

function stop(state: NextState, id: number): Step {
	const effects = refuse(
		state.waiting.filter((one) => one.mode !== null),
		"cancelled",
		"Next.js was stopped before it was ready.",
	);
	const waiting = [...state.waiting.filter((one) => one.mode === null), { id, mode: null }];
	const { phase } = state;
	if (!("run" in phase)) return settle({ ...state, waiting, phase: { phase: "stopped" } }, effects);
	return {
		state: { ...state, waiting, phase: { phase: "ending", run: phase.run, next: { type: "stop" } } },
		effects: phase.phase === "ending" ? effects : [...effects, { type: "kill", run: phase.run }],
	};
}

function listening(state: NextState, run: number, pid: number): Step {
	const { phase } = state;
	if (phase.phase !== "launching" && phase.phase !== "ready") return stay(state);
	if (phase.run !== run || phase.port === null) return stay(state);
	return {
		state: {
			...state,
			phase: {
				phase: "launching",
				mode: phase.mode,
				run,
				stage: "warming",
				port: phase.port,
				serverPid: pid,
				ageMs: 0,
				attempt: phase.phase === "launching" ? phase.attempt : 1,
			},
		},
		effects: [{ type: "probe", run, port: phase.port, mode: phase.mode }],
	};
}

function answered(state: NextState, run: number): Step {
	const { phase } = state;
	if (phase.phase !== "launching" || phase.run !== run) return stay(state);
	const { mode, port, serverPid } = phase;
	if (port === null || serverPid === null) return stay(state);
	return settle({
		...state,
		phase: {
			phase: "ready",
			mode,
			run,
			port,
			serverPid,
			silentMs: 0,
			goneMs: 0,
			unresponsive: false,
			memoryLow: false,
			idleCpuMs: 0,
		},
	});
}

function used(state: NextState, event: Extract<NextEvent, { type: "used" }>): Step {
	const { phase, limits } = state;
	if ((phase.phase !== "launching" && phase.phase !== "ready") || phase.run !== event.run) return stay(state);
	const { run, mode } = phase;
	if (event.processes > limits.processes)
		return failAtLimit(state, run, mode, { of: "processes", allowed: limits.processes });
	if (event.memoryMb > limits.memoryMb)
		return failAtLimit(state, run, mode, { of: "memory", allowed: limits.memoryMb });
	// Compiling and building use what there is; their time is limited.
	if (phase.phase === "launching") return stay(state);
	const idleCpuMs = Math.max(0, phase.idleCpuMs + event.cpuMs - CPU_AT_REST * event.elapsedMs);
	if (idleCpuMs > limits.idleCpuSeconds * 1_000)
		return failAtLimit(state, run, mode, { of: "cpu", allowed: limits.idleCpuSeconds });
	return stay({ ...state, phase: { ...phase, idleCpuMs } });
}

function tick(state: NextState, elapsedMs: number, serverAlive: boolean): Step {
	const { phase } = state;
	if (phase.phase === "ready") {
		const silentMs = phase.silentMs + elapsedMs;
		const goneMs = serverAlive ? 0 : phase.goneMs + elapsedMs;
		if (!serverAlive && state.heapFullRun === phase.run)
			return failAtLimit(state, phase.run, phase.mode, heapLimit(state));
		if (goneMs > GONE_AFTER_MS) {
			// `next dev` stays behind when its server process was killed by a signal, and never tells.
			return fail(state, phase.run, phase.mode, DISAPPEARED);
		}
		// A server that is being replaced is not one that hangs.
		const unresponsive = phase.unresponsive || (serverAlive && silentMs > state.silenceLimitMs);
		return stay({ ...state, phase: { ...phase, silentMs, goneMs, unresponsive } });
	}
	if (phase.phase === "launching") {
		const ageMs = phase.ageMs + elapsedMs;
		const limit = phase.stage === "building" ? BUILD_LIMIT_MS : START_LIMIT_MS;
		if (ageMs > limit) {
			const doing = phase.stage === "building" ? "building" : "starting";
			const message = `Next.js was still ${doing} after ${limit / 1000} seconds and was stopped.`;
			return fail(state, phase.run, phase.mode, message);
		}
		return stay({ ...state, phase: { ...phase, ageMs } });
	}
	return stay(state);
}

function ended(state: NextState, { code, signal, logTail, portTaken }: Ending): Step {
	const { phase } = state;
	const ending = { code, signal, logTail };
	const limit = "run" in phase && state.heapFullRun === phase.run ? heapLimit(state) : null;
	if (phase.phase === "ending") {
		const { next } = phase;
		if (next.type === "launch") return launch(state, next.mode, []);
		if (next.type === "stop") return settle({ ...state, phase: { phase: "stopped" } });
		const noCode = { code: null, signal: null, logTail };
		return settle(
			{
				...state,
				phase: {
					phase: "exited",
					mode: next.mode,
					ending: noCode,
					reason: next.message,
					limit: next.limit,
				},
			},
			[],
			next.message,
		);
	}
	if (phase.phase === "launching") {
		if (phase.stage === "building" && code === 0) return launch(state, phase.mode, [], "serve");
		if (portTaken && phase.attempt < PORT_ATTEMPTS) {
			return launch(state, phase.mode, [], "serve", phase.attempt + 1);
		}
		const building = phase.stage === "building";
		const exited = {
			phase: "exited",
			mode: phase.mode,
			ending,
			building,
			starting: !building,
			limit,
		} as const;
		return settle({ ...state, phase: exited }, [], earlyEnd(building, code, limit));
	}
	if (phase.phase === "ready")
		return settle({ ...state, phase: { phase: "exited", mode: phase.mode, ending, limit } });
	return stay(state);
}

function earlyEnd(building: boolean, code: number | null, limit: AppLimit | null): string {
	if (limit) return limitInWords(limit);
	if (building) return "The production build failed.";
	return code === 0 ? ENDED_ITSELF : "Next.js ended before it was ready.";
}

const DISAPPEARED =
	"The server process of Next.js disappeared, as when the system ends a program because memory is short.";

/** Next.js itself never ends so while it starts. */
const ENDED_ITSELF =
	"Next.js was ended before it was ready, without an error. Something that runs when it starts, as next.config.ts or instrumentation.ts do, may call process.exit().";
