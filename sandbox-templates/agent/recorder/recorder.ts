import { randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { getHeapStatistics } from "node:v8";
import { isMainThread } from "node:worker_threads";
import { HEARTBEAT_MS, isRecorded, KEY_HEADER, RECORD_MARK, REQUEST_ID_HEADER } from "../names";
import type { SandboxRecord } from "../records";
import { readDataText } from "./data-changes";
import { allowEmbedding } from "./embedding";
import { answerOwnRequest, type Controls } from "./own-routes";
import { watchParent } from "./parent-watch";
import { nameForwardedHost, previewHostsOf } from "./preview-host";
import { recordExchange } from "./recording";
import { openSecondPort, separateCookies } from "./second-browser";
import { endWithServer } from "./server-watch";
import { refuseVersionQuestion } from "./version-question";

/**
 * The preload of every Node process of the app (`NODE_OPTIONS=--require`). In all of them it watches the parent; in the
 * one that becomes the Next.js server (it listens on SANDBOX_PORT) it records requests and gives signs of life.
 */
const { SANDBOX_RECORD_KEY: key, SANDBOX_PORT, SANDBOX_AGENT_PID, SANDBOX_MODE } = process.env;

if (isMainThread && key !== undefined) {
	watchParent(Number(SANDBOX_AGENT_PID), SANDBOX_MODE);
	if (SANDBOX_MODE === "development" && process.ppid === Number(SANDBOX_AGENT_PID)) endWithServer();
	refuseVersionQuestion();
	watchServer(key, Number(SANDBOX_PORT));
}

function watchServer(recordKey: string, port: number): void {
	let nextServer: http.Server | null = null;
	let emitRecord: (record: SandboxRecord) => void = () => {};
	const emit = http.Server.prototype.emit;
	// Read now: the variable is taken away below.
	const previewHosts = previewHostsOf(process.env.SANDBOX_PREVIEW_HOSTS);
	const secondPortWanted = Number(process.env.SANDBOX_SECOND_PORT ?? 0);
	let latencyMs = 0;
	let secondPort: Promise<number> | null = null;
	const controls: Controls = {
		setLatency: (ms) => {
			latencyMs = ms;
		},
		openSecondBrowser: () => {
			secondPort ??= openSecondPort(nextServer!, secondPortWanted).catch((error: unknown) => {
				secondPort = null;
				throw error;
			});
			return secondPort;
		},
	};
	// Now: the learner's code may change the working directory later.
	const folder = process.cwd();

	http.Server.prototype.emit = function (this: http.Server, event: string, ...args: unknown[]): boolean {
		const passOn = () => emit.apply(this, [event, ...args] as unknown as Parameters<typeof emit>);
		if (event === "listening" && (this.address() as AddressInfo | null)?.port === port) {
			nextServer = this;
			emitRecord = createRecordWriter(recordKey);
			// The learner's code prints its environment now and then; these are none of its business.
			for (const name of Object.keys(process.env)) if (name.startsWith("SANDBOX_")) delete process.env[name];
			emitRecord({ type: "listening", pid: process.pid, port });
			setInterval(() => emitRecord({ type: "beat", memoryUse: memoryUse() }), HEARTBEAT_MS).unref();
		}
		if (event === "request" && this === nextServer) {
			const [request, response] = args as [http.IncomingMessage, http.ServerResponse];
			try {
				separateCookies(request, "first");
				allowEmbedding(request, response);
				if (answerOwnRequest(request, response, recordKey, controls)) return true;
				// The agent's own visits are nobody's exchange.
				const isAgents = request.headers[KEY_HEADER] === recordKey;
				delete request.headers[KEY_HEADER];
				if (!isAgents && isRecorded(request.url ?? "")) {
					const heldBackMs = REQUEST_ID_HEADER in request.headers ? 0 : latencyMs;
					recordExchange(request, response, emitRecord, randomUUID, () => readDataText(folder), heldBackMs);
					// After the recorder has seen what was really sent.
					nameForwardedHost(request, previewHosts);
					if (heldBackMs > 0) {
						setTimeout(() => {
							// Whoever asked may have gone meanwhile; then it never reached the app, as on a real slow network.
							if (!response.destroyed) passOn();
						}, heldBackMs);
						return true;
					}
				} else nameForwardedHost(request, previewHosts);
			} catch (error) {
				emitRecord({ type: "trouble", message: String(error) });
			}
		}
		return passOn();
	} as typeof emit;
}

function memoryUse(): number {
	const { used_heap_size, heap_size_limit } = getHeapStatistics();
	return used_heap_size / heap_size_limit;
}

function createRecordWriter(recordKey: string): (record: SandboxRecord) => void {
	// Taken now, before any of the learner's code runs: it may put its own function in this place.
	const write = process.stdout.write.bind(process.stdout);
	return (record) => {
		write(`${RECORD_MARK}${recordKey} ${JSON.stringify(record)}\n`);
	};
}
