import * as z from "zod";
import { createRing } from "@/lib/util/ring";
import {
	agentSnapshotSchema,
	buildSchema,
	dataSchema,
	type Exchange,
	type LogEntry,
	type Mode,
	modeSchema,
	nextStatusSchema,
	rawRequestSchema,
	rawResponseSchema,
	secondBrowserSchema,
} from "../agent-protocol";
import { isSandboxError, SandboxError } from "../errors";
import { type FileManifest, hashText } from "../files";
import { AGENT_ARGS, AGENT_COMMAND, type Machine } from "../machine";
import { noSuchMode, type Runner, type RunnerEvent } from "../runner";
import { type AgentRequest, cancelled, openAgentChannel } from "./agent-channel";
import { createStatusKeeper } from "./status-keeper";

const MAX_EXCHANGES = 300;
const MAX_EXCHANGE_CHARACTERS = 20_000_000;
const MAX_LOG_LINES = 1_000;
/** Milliseconds until a fresh agent must have said what state it is in. */
const ATTACH_LIMIT_MS = 20_000;

/** In the place of a hash: what the file holds is not known, so the next difference writes it again. */
const UNKNOWN_CONTENT = "unknown";

export interface AgentRunnerOptions {
	/** For people: "This computer", "This browser". */
	label: string;
	/** Default: all. */
	modes?: readonly Mode[];
	/** Ends the runner and its machine, at any time. */
	signal: AbortSignal;
}

/**
 * A runner over `machine`: starts its agent, or attaches to the one that runs there already. Takes the machine over:
 * when the runner is disposed of, or cannot be made, the machine is disposed of too. The machine must hold the agent's
 * files. Rejects with a `SandboxError`.
 */
export async function createAgentRunner(
	machine: Machine,
	{ label, modes = modeSchema.options, signal }: AgentRunnerOptions,
): Promise<Runner> {
	const listeners = new Set<(event: RunnerEvent) => void>();
	const exchanges = createRing<Exchange>({
		count: MAX_EXCHANGES,
		weight: MAX_EXCHANGE_CHARACTERS,
		weigh: (exchange) => exchange.requestBody.data.length + exchange.responseBody.data.length,
	});
	const logs = createRing<LogEntry>({ count: MAX_LOG_LINES });
	let manifest: FileManifest = machine.manifest;
	let latencyMs = 0;
	let attached = false;
	let strayLines = 0;
	let goneReason: string | null = null;

	const emit = (event: RunnerEvent) => {
		for (const listener of [...listeners]) listener(event);
	};
	const addLog = (entry: LogEntry) => {
		logs.add(entry);
		emit({ type: "log", entry });
	};
	const beGone = (reason: string) => {
		if (goneReason !== null) return;
		goneReason = reason;
		emit({ type: "gone", reason });
	};

	const status = createStatusKeeper({
		machine,
		onChange: (next) => emit({ type: "next", status: next }),
		signal,
	});

	if (signal.aborted) {
		await machine.dispose();
		throw cancelled(signal);
	}
	const process = await machine.spawn(AGENT_COMMAND, AGENT_ARGS).catch(async (error: unknown) => {
		await machine.dispose();
		throw error;
	});
	const channel = openAgentChannel(process, {
		onEvent(event) {
			switch (event.type) {
				case "next":
					status.take(event.status);
					break;
				case "log":
					// What was printed before the snapshot is in the snapshot.
					if (attached) addLog(event.entry);
					break;
				case "exchange":
					exchanges.add(event.exchange);
					emit({ type: "exchange", exchange: event.exchange });
					break;
				case "underway":
					emit({ type: "underway", actions: event.actions });
					break;
			}
		},
		onStrayLine(line) {
			// Numbered downwards, so that no number meets one of the agent's.
			strayLines += 1;
			const text = `[sandbox] The agent said something unexpected: ${line.slice(0, 500)}`;
			addLog({ seq: -strayLines, at: Date.now(), stream: "stderr", text });
		},
		onEnd: beGone,
	});

	let disposal: Promise<void> | null = null;
	const dispose = () => {
		if (disposal !== null) return disposal;
		signal.removeEventListener("abort", onAbort);
		const reason = "This sandbox was closed.";
		channel.close(reason);
		beGone(reason);
		disposal = machine.dispose();
		return disposal;
	};
	// Whoever aborts has nobody to tell that the clean-up failed; machines clean up after themselves at their next start.
	const onAbort = () => void dispose().catch(() => {});
	signal.addEventListener("abort", onAbort, { once: true });

	/** Sends a command and checks the reply's shape. */
	async function call<T>(schema: z.ZodType<T>, request: AgentRequest, callSignal?: AbortSignal): Promise<T> {
		return channel.call(request, (value) => parseReply(schema, request.type, value), callSignal);
	}

	try {
		await attach();
	} catch (error) {
		await dispose();
		throw error;
	}

	async function attach(): Promise<void> {
		const limit = AbortSignal.timeout(ATTACH_LIMIT_MS);
		const takeSnapshot = (value: unknown) => {
			const snapshot = parseReply(agentSnapshotSchema, "status", value);
			status.take(snapshot.next);
			for (const entry of snapshot.logs) logs.add(entry);
			attached = true;
		};
		try {
			await channel.call({ type: "status" }, takeSnapshot, AbortSignal.any([signal, limit]));
			await status.whenTold(signal);
		} catch (error) {
			if (!limit.aborted || signal.aborted) throw error;
			const message = `The sandbox's agent did not answer within ${ATTACH_LIMIT_MS / 1000} seconds.`;
			throw new SandboxError("no-answer", message, { cause: error, retryable: true });
		}
	}

	/** Passes on what the machine says, and believes it when it says that it is gone. */
	async function onMachine(work: Promise<void>): Promise<void> {
		try {
			await work;
		} catch (error) {
			if (isSandboxError(error) && error.code === "machine-gone") {
				channel.close(error.message);
				beGone(error.message);
			}
			throw error;
		}
	}

	const refuseIfOver = (callSignal?: AbortSignal) => {
		if (goneReason !== null) throw new SandboxError("agent-stopped", goneReason);
		if (callSignal?.aborted) throw cancelled(callSignal);
	};

	const refuseMode = (mode: Mode) => {
		if (!modes.includes(mode)) throw new SandboxError("start-failed", noSuchMode(label));
	};

	return {
		label,
		modes,
		get manifest() {
			return manifest;
		},
		get next() {
			return status.current();
		},
		async apply({ write, remove }, callSignal) {
			refuseIfOver(callSignal);
			// Written before removed: a page must not for a moment import what is gone already.
			const paths = Object.keys(write);
			if (paths.length > 0) {
				manifest = { ...manifest, ...Object.fromEntries(paths.map((path) => [path, UNKNOWN_CONTENT])) };
				await onMachine(machine.write(write));
				const hashes = Object.entries(write).map(([path, text]) => [path, hashText(text)]);
				manifest = { ...manifest, ...Object.fromEntries(hashes) };
			}
			refuseIfOver(callSignal);
			if (remove.length > 0) {
				await onMachine(machine.remove(remove));
				const removed = new Set(remove);
				manifest = Object.fromEntries(Object.entries(manifest).filter(([path]) => !removed.has(path)));
			}
		},
		async start(mode, callSignal) {
			refuseMode(mode);
			await call(nextStatusSchema, { type: "start", mode }, callSignal);
			await status.whenTold(callSignal);
		},
		async restart(mode, callSignal) {
			refuseMode(mode);
			await call(nextStatusSchema, { type: "restart", mode }, callSignal);
			await status.whenTold(callSignal);
		},
		async request(request, callSignal) {
			const checked = rawRequestSchema.safeParse(request);
			if (!checked.success) {
				const message = `This request cannot be sent: ${z.prettifyError(checked.error)}`;
				throw new SandboxError("bad-request", message, { cause: checked.error });
			}
			return call(rawResponseSchema, { type: "request", request: checked.data }, callSignal);
		},
		async readBuild(callSignal) {
			return call(buildSchema, { type: "readBuild" }, callSignal);
		},
		get latencyMs() {
			return latencyMs;
		},
		async setLatency(ms, callSignal) {
			await call(z.null(), { type: "setLatency", ms }, callSignal);
			latencyMs = ms;
		},
		async openSecondBrowser(callSignal) {
			const { port } = await call(secondBrowserSchema, { type: "openSecondBrowser" }, callSignal);
			return machine.urlFor(port);
		},
		async readData(callSignal) {
			return call(dataSchema, { type: "readData" }, callSignal);
		},
		async resetData(data, callSignal) {
			await call(
				z.null(),
				data === undefined ? { type: "resetData" } : { type: "resetData", data },
				callSignal,
			);
		},
		exchanges: exchanges.items,
		logs: logs.items,
		previewUrl() {
			if (goneReason !== null) return null;
			const next = status.current();
			return next.state === "ready" || next.state === "unresponsive" ? machine.urlFor(next.port) : null;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		dispose,
	};
}

function parseReply<T>(schema: z.ZodType<T>, command: string, value: unknown): T {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const message = `The agent's reply to "${command}" cannot be read. Start a new sandbox and try again.`;
	throw new SandboxError("internal", message, { cause: parsed.error });
}
