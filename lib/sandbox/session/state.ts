import type { Mode } from "../agent-protocol";
import type { SandboxError, SandboxErrorCode } from "../errors";
import type { FileTree } from "../files";

/** What the sandbox shall be. Objects are compared by content; the newest one wins. */
export interface Desired {
	/** Names the lesson (or claim) the files belong to. Another name means: new app, fresh data. */
	lesson: string;
	/** Every file of the app, base app included. */
	files: FileTree;
	mode: Mode;
	/** The page compiled before the sandbox counts as ready. */
	previewPath: string;
}

export type Stage = "boot" | "mount" | "start" | "compile";

/** A machine that cannot run here. */
export interface Refusal {
	/** For people: "This browser". */
	machine: string;
	error: SandboxError;
}

/** Times are milliseconds since the epoch. */
export type SessionState =
	| { state: "idle" }
	/** No machine can run here; `refusals` says why, in the order in which they were tried. */
	| { state: "unsupported"; refusals: readonly Refusal[] }
	| { state: "booting"; since: number }
	| { state: "mounting"; since: number }
	| { state: "starting"; since: number; detail: "building" | "starting" | "warming" }
	| { state: "compiling"; since: number }
	| {
			state: "ready";
			lesson: string;
			previewUrl: string;
			previewPath: string;
			mode: Mode;
			/** For people: "This computer". */
			machine: string;
			/** The machines that were tried before it, in order. */
			refusals: readonly Refusal[];
			/** Counts the targets; the newest one whose files are in place. */
			generation: number;
	  }
	/** Next.js ended or hangs. With `restartsAt` it comes back by itself; without, it waits for an edit or `restart()`. */
	| {
			state: "crashed";
			cause: "exited" | "unresponsive";
			message: string;
			logTail: string;
			restartsAt: number | null;
	  }
	| { state: "failed"; stage: Stage; message: string; code: SandboxErrorCode; retryable: boolean };

/** The stages a start goes through, in order, for a progress display. */
export const STAGES: readonly Stage[] = ["boot", "mount", "start", "compile"];
