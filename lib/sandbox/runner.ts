import type {
	AppData,
	Build,
	Exchange,
	LogEntry,
	Mode,
	NextStatus,
	RawRequest,
	RawResponse,
} from "./agent-protocol";
import type { FileChanges, FileManifest } from "./files";

export type RunnerEvent =
	| { type: "next"; status: NextStatus }
	| { type: "log"; entry: LogEntry }
	| { type: "exchange"; exchange: Exchange }
	/** The calls of actions by the preview's pages that have no answer yet; told whenever they change. */
	| { type: "underway"; actions: readonly string[] }
	/** Nothing can be done with this runner any more; a new one must be made. */
	| { type: "gone"; reason: string };

/**
 * What the session, the checks and the inspector talk to: an app that runs somewhere. They know no machine.
 * Every method takes an `AbortSignal` as its last argument and rejects with a `SandboxError`.
 */
export interface Runner {
	/** For people: "This computer", "This browser". */
	readonly label: string;
	/** How apps can run here: a WebContainer has no `next build`. */
	readonly modes: readonly Mode[];
	/** What the sandbox holds now; kept up to date by `apply`. */
	readonly manifest: FileManifest;
	readonly next: NextStatus;
	/** Writes and removes files. Next.js, if it runs, sees them by itself. */
	apply(changes: FileChanges, signal?: AbortSignal): Promise<void>;
	start(mode: Mode, signal?: AbortSignal): Promise<void>;
	restart(mode: Mode, signal?: AbortSignal): Promise<void>;
	request(request: RawRequest, signal?: AbortSignal): Promise<RawResponse>;
	/** Routes and Server Actions as the running Next.js has them. */
	readBuild(signal?: AbortSignal): Promise<Build>;
	/** By how many milliseconds requests of browsers are held back: a slow network. */
	readonly latencyMs: number;
	setLatency(ms: number, signal?: AbortSignal): Promise<void>;
	/** Origin of the same app for a second browser, whose cookies are its own. Another one after each restart. */
	openSecondBrowser(signal?: AbortSignal): Promise<string>;
	readData(signal?: AbortSignal): Promise<AppData>;
	/** Without `data`: back to the lesson's seed. Empties Next.js's data cache as well. */
	resetData(data?: AppData, signal?: AbortSignal): Promise<void>;
	/** The last recorded exchanges, oldest first (a bounded ring). */
	exchanges(): readonly Exchange[];
	/** The last lines of the server log, oldest first (a bounded ring). */
	logs(): readonly LogEntry[];
	/** Origin of the running app, or `null` while none runs. */
	previewUrl(): string | null;
	subscribe(listener: (event: RunnerEvent) => void): () => void;
	dispose(): Promise<void>;
}

/**
 * Makes a runner, or refuses with a `SandboxError` of code `unsupported`: "try the next one".
 * `base` is the base app together with the agent's files, as the machine must hold them before anything starts.
 */
export type RunnerFactory = (signal: AbortSignal) => Promise<Runner>;

/** Why an app is not built for production on a runner that cannot; `label` is the runner's. */
export function noSuchMode(label: string): string {
	return `“${label}” runs apps in development only: a production build needs the playground on your own computer. Your code is kept.`;
}
