import { isSandboxError, SandboxError } from "@/lib/sandbox/errors";
import type { FileManifest, FileTree } from "@/lib/sandbox/files";
import {
	AGENT_ARGS,
	AGENT_COMMAND,
	type Machine,
	type MachineProcess,
	type SpawnOptions,
} from "@/lib/sandbox/machine";
import { MachineHttp } from "./client-http";
import { attachAgent, type Sleep } from "./client-process";
import { fileAnswerSchema, machineStatusSchema, manifestAnswerSchema, openedMachineSchema } from "./wire";

export interface ConnectOptions {
	/** The playground's origin; default: the page's own. */
	baseUrl?: string;
	fetch?: typeof fetch;
	/** The machine this page had before it was reloaded; taken up again if it still lives and no other page has it. */
	resumeId?: string | null;
	/** Told the machine's id, to be kept for `resumeId`. */
	onId?: (id: string) => void;
	signal?: AbortSignal;
	/** For tests. */
	sleep?: Sleep;
}

/** A page that was just reloaded may be faster than the end of its former self's stream. */
const RESUME_RETRY_MS = [100, 200, 400, 800];

/**
 * A machine on the computer that the playground's server runs on, used over HTTP.
 * @throws SandboxError `unsupported` when this page can have none ("try the next machine"), `too-many-machines`,
 * `start-failed`, `cancelled`
 */
export async function connectLocalMachine(options: ConnectOptions = {}): Promise<Machine> {
	const { baseUrl = "", resumeId = null, onId, signal } = options;
	const sleep = options.sleep ?? pause;
	// Called without its owner, the browser's fetch refuses to work.
	const http = await MachineHttp.open({ baseUrl, fetch: options.fetch ?? fetch.bind(globalThis) }, signal);
	const opened =
		(resumeId === null ? null : await resume(http, resumeId, sleep, signal)) ??
		(await http.call("/api/machines", openedMachineSchema, { method: "POST", signal }));
	onId?.(opened.id);
	return new RemoteMachine({ http, baseUrl, sleep, ...opened });
}

async function resume(
	http: MachineHttp,
	id: string,
	sleep: Sleep,
	signal?: AbortSignal,
): Promise<{ id: string; manifest: FileManifest } | null> {
	for (const ms of [...RESUME_RETRY_MS, null]) {
		try {
			const status = await http.call(machinePath(id), machineStatusSchema, { signal });
			if (status.streams === 0) return { id, manifest: status.manifest };
		} catch (error) {
			if (isSandboxError(error) && error.code === "machine-gone") return null;
			throw error;
		}
		// A duplicated tab has the same id as the one it was made from, and needs a machine of its own.
		if (ms !== null) await sleep(ms, signal);
	}
	return null;
}

class RemoteMachine implements Machine {
	readonly kind = "local";
	readonly #http: MachineHttp;
	readonly #path: string;
	readonly #hostname: string;
	readonly #sleep: Sleep;
	#manifest: FileManifest;
	#lastChange: Promise<unknown> = Promise.resolve();

	constructor(options: {
		http: MachineHttp;
		baseUrl: string;
		sleep: Sleep;
		id: string;
		manifest: FileManifest;
	}) {
		this.#http = options.http;
		this.#path = machinePath(options.id);
		this.#hostname = options.baseUrl === "" ? location.hostname : new URL(options.baseUrl).hostname;
		this.#sleep = options.sleep;
		this.#manifest = options.manifest;
	}

	get manifest(): FileManifest {
		return this.#manifest;
	}

	mount(tree: FileTree): Promise<void> {
		return this.#change("mount", { files: tree });
	}

	write(changes: FileTree): Promise<void> {
		return this.#change("write", { write: changes });
	}

	remove(paths: string[]): Promise<void> {
		return this.#change("write", { remove: paths });
	}

	async read(path: string): Promise<string | null> {
		const query = new URLSearchParams({ path });
		return (await this.#http.call(`${this.#path}/file?${query}`, fileAnswerSchema)).text;
	}

	async spawn(command: string, args: string[], options: SpawnOptions = {}): Promise<MachineProcess> {
		const isAgent = command === AGENT_COMMAND && args.join("\n") === AGENT_ARGS.join("\n");
		if (!isAgent || Object.keys(options.env ?? {}).length > 0)
			throw new SandboxError(
				"forbidden",
				"A page can start nothing but the sandbox's agent on this computer, in the agent's own environment.",
			);
		return attachAgent({
			http: this.#http,
			path: `${this.#path}/agent`,
			sleep: this.#sleep,
			signal: options.signal,
		});
	}

	/** The host name the page itself is open on: only then do the app's cookies work inside the preview. */
	urlFor(port: number): string {
		return `http://${this.#hostname}:${port}`;
	}

	async dispose(): Promise<void> {
		await this.#http.send(this.#path, { method: "DELETE" }).catch((error) => {
			if (!isSandboxError(error) || error.code !== "machine-gone") throw error;
		});
	}

	/** One change after the other, so that the last manifest to arrive is the newest. */
	#change(action: "mount" | "write", json: unknown): Promise<void> {
		const turn = this.#lastChange.then(async () => {
			const { manifest } = await this.#http.call(`${this.#path}/${action}`, manifestAnswerSchema, {
				method: "POST",
				json,
			});
			this.#manifest = manifest;
		});
		this.#lastChange = turn.catch(() => {});
		return turn;
	}
}

function machinePath(id: string): string {
	return `/api/machines/${encodeURIComponent(id)}`;
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, ms);
		signal?.addEventListener("abort", () => {
			clearTimeout(timer);
			reject(new SandboxError("cancelled", "Waiting for the sandbox was cancelled."));
		});
	});
}
