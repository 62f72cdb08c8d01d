import type { BootOptions, PreviewMessage } from "@webcontainer/api";
import { isSandboxError, SandboxError } from "@/lib/sandbox/errors";
import type { FileTree } from "@/lib/sandbox/files";
import type { Container } from "./api";
import { diagnoseAtOnce } from "./diagnosis";
import { ContainerMachine } from "./machine";
import { type ContainerPage, refusalOf, thisPage } from "./page";
import { fetchSnapshot } from "./snapshot";

/** Enough for a slow connection to load the service; what hangs hangs for ever. */
export const BOOT_TIMEOUT_MS = 45_000;

export type ConnectProgress =
	| { stage: "booting" }
	/** Bytes of the snapshot; `total` is `null` where the page was not told. Runs beside "booting". */
	| { stage: "downloading"; loaded: number; total: number | null }
	| { stage: "mounting" };

export interface ConnectWebContainerOptions {
	/** Binary snapshot of what the app needs around its files (`node_modules`); `null` for none. */
	snapshotUrl?: string | null;
	/** Its size in bytes before compression, for the progress and as a check. */
	snapshotBytes?: number | null;
	/** Laid over the snapshot; becomes the machine's manifest. */
	baseFiles?: FileTree;
	/** For every program of this machine. */
	environment?: Record<string, string>;
	bootTimeoutMs?: number;
	/** Of the service; only the page's first start can set it. */
	apiKey?: string | null;
	/** What the page itself was served with; only the page's first start can set it. */
	coep?: "require-corp" | "credentialless";
	/** The folder's name: files that hold absolute paths (caches) need it to stay the same. */
	workdirName?: string;
	/** Asks the preview for its errors, and tells them. */
	onPreviewMessage?: (message: PreviewMessage) => void;
	/** Told of an internal error of the WebContainer. */
	onTrouble?: (message: string) => void;
	onProgress?: (progress: ConnectProgress) => void;
	signal?: AbortSignal;
	/** For tests. */
	page?: ContainerPage;
	fetch?: typeof fetch;
}

/**
 * The WebContainer of this page as a machine. A page has one at a time: dispose of it before the next.
 * @throws SandboxError `unsupported` (with the diagnosis: `diagnosisOf`) when none can run here, `too-many-machines`,
 * `start-failed` when the snapshot cannot be had, `cancelled`
 */
export async function connectWebContainer(
	options: ConnectWebContainerOptions = {},
): Promise<ContainerMachine> {
	const page = options.page ?? thisPage();
	if (options.signal?.aborted)
		throw new SandboxError("cancelled", "Starting the sandbox was cancelled.", {
			cause: options.signal.reason,
		});
	const refused = diagnoseAtOnce(page.surroundings);
	if (refused !== null) throw refusalOf(refused);
	const leave = page.enter();
	const given = new AbortController();
	const signal = options.signal ? AbortSignal.any([options.signal, given.signal]) : given.signal;
	let end = leave;
	try {
		const snapshot = loadSnapshot(options, signal);
		// Without its files a WebContainer is of no use: no need to wait for it.
		snapshot.catch((error: unknown) => given.abort(error));
		options.onProgress?.({ stage: "booting" });
		const container = await page.boot({
			options: bootOptions(options),
			apiKey: options.apiKey ?? null,
			timeoutMs: options.bootTimeoutMs ?? BOOT_TIMEOUT_MS,
			signal,
		});
		listen(container, options);
		const machine = new ContainerMachine({
			container,
			environment: options.environment ?? {},
			onEnd: leave,
		});
		end = () => void machine.dispose();
		const bytes = await snapshot;
		options.onProgress?.({ stage: "mounting" });
		if (bytes !== null) await untilAborted(mountSnapshot(container, bytes), signal);
		if (options.baseFiles !== undefined) await untilAborted(machine.mount(options.baseFiles), signal);
		return machine;
	} catch (error) {
		end();
		throw isSandboxError(given.signal.reason) ? given.signal.reason : error;
	} finally {
		// Nobody waits for what is still being loaded.
		given.abort();
	}
}

function bootOptions({ coep, workdirName, onPreviewMessage }: ConnectWebContainerOptions): BootOptions {
	return {
		...(coep === undefined ? {} : { coep }),
		...(workdirName === undefined ? {} : { workdirName }),
		forwardPreviewErrors: onPreviewMessage !== undefined,
	};
}

function listen(container: Container, { onPreviewMessage, onTrouble }: ConnectWebContainerOptions): void {
	if (onPreviewMessage !== undefined) container.on("preview-message", onPreviewMessage);
	if (onTrouble !== undefined) container.on("error", ({ message }) => onTrouble(message));
}

/** Begins at once; the result is wanted only once the WebContainer is there. */
function loadSnapshot(options: ConnectWebContainerOptions, signal: AbortSignal): Promise<Uint8Array | null> {
	if (options.snapshotUrl == null) return Promise.resolve(null);
	return fetchSnapshot({
		url: options.snapshotUrl,
		bytes: options.snapshotBytes ?? null,
		// Called without its owner, the browser's fetch refuses to work.
		fetch: options.fetch ?? fetch.bind(globalThis),
		onProgress: (loaded, total) => options.onProgress?.({ stage: "downloading", loaded, total }),
		signal,
	});
}

async function mountSnapshot(container: Container, bytes: Uint8Array): Promise<void> {
	await container.mount(bytes).catch((cause: unknown) => {
		throw new SandboxError(
			"start-failed",
			"The files of the sandbox could not be laid down in this browser; it may be out of memory. Your code is kept. Close other tabs and try again.",
			{ cause, retryable: true },
		);
	});
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const onAbort = () =>
			reject(new SandboxError("cancelled", "Starting the sandbox was cancelled.", { cause: signal.reason }));
		signal.addEventListener("abort", onAbort, { once: true });
		if (signal.aborted) onAbort();
		work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
	});
}
