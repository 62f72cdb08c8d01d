import type { FileManifest, FileTree } from "./files";

export type MachineKind = "local" | "webcontainer";

/** A running program inside a machine. Streams carry decoded UTF-8 text in chunks of any size. */
export interface MachineProcess {
	/** Writes to the program's standard input. Rejects with `agent-stopped` once it has ended. */
	write(text: string): Promise<void>;
	/** Standard output and standard error, interleaved as they came. Ends when the program ends. */
	output: ReadableStream<string>;
	/** The exit code; a program ended by a signal gives 128 + the signal's number. Never rejects. */
	exit: Promise<number>;
	/** Ends the program and everything it started. Resolves once it is gone. */
	kill(): Promise<void>;
}

export interface SpawnOptions {
	env?: Record<string, string>;
	signal?: AbortSignal;
}

/**
 * A place with a file system and Node. All paths are relative to the app's folder ({@link isSafePath}).
 * Every method rejects with a `SandboxError`; none returns a value that stands for a failure.
 */
export interface Machine {
	readonly kind: MachineKind;
	/** What the machine holds already (a warm spare comes with the base app and a running agent). */
	readonly manifest: FileManifest;
	/** Lays a whole tree down at once. */
	mount(tree: FileTree): Promise<void>;
	write(changes: FileTree): Promise<void>;
	/** Removing what is not there is no error. */
	remove(paths: string[]): Promise<void>;
	/** The file's text, or `null` where there is no such file. */
	read(path: string): Promise<string | null>;
	/** Over HTTP the one program that can be started is the agent (`AGENT_COMMAND`). */
	spawn(command: string, args: string[], options?: SpawnOptions): Promise<MachineProcess>;
	/** The origin under which a browser reaches `port` of this machine, without a trailing slash. */
	urlFor(port: number): string;
	/**
	 * The origin of `port`, once it is known. Only where a machine learns of its ports at a time of their own: there
	 * {@link urlFor} throws before. Rejects with `cancelled`, or with `machine-gone`.
	 */
	whenPort?(port: number, signal: AbortSignal): Promise<string>;
	/** Ends every process and deletes the folder. May be called more than once. */
	dispose(): Promise<void>;
}

/** The agent as every machine starts it: `spawn(AGENT_COMMAND, AGENT_ARGS)` from the app's folder. */
export const AGENT_COMMAND = "node";
export const AGENT_ARGS = [".sandbox/agent.mjs"];
