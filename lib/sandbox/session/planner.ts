import type { Mode, NextStatus } from "../agent-protocol";
import { diffFiles, type FileChanges, type FileManifest, hashText } from "../files";
import type { Desired } from "./state";

/** What is known of the sandbox at the moment of planning. */
export interface Actual {
	/** `null`: no machine yet, or the last one is gone. */
	sandbox: { manifest: FileManifest; next: NextStatus } | null;
	/** The lesson whose data stands in the sandbox. */
	lesson: string | null;
	/** The page of that lesson that has been compiled, as {@link compileKey} gives it. */
	compiled: string | null;
	/** Files changed since Next.js was (re)started that it only reads at start. */
	restartDue: boolean;
	/** How Next.js ended or hung, and how often in a row without an edit in between. */
	crash: { count: number; filesHash: string } | null;
}

export type Step =
	| { do: "acquire" }
	| { do: "apply"; changes: FileChanges; restartDue: boolean }
	| { do: "start"; mode: Mode }
	| { do: "restart"; mode: Mode; afterMs: number }
	| { do: "resetData" }
	| { do: "compile"; path: string }
	/** Crashed too often, or files that do not build: wait for an edit or for the person. */
	| { do: "hold" }
	| { do: "done" };

/** Milliseconds before the first, second … automatic restart in a row; then the session waits for an edit. */
export const RESTART_DELAYS: readonly number[] = [500, 3_000];

/** Files that Next.js reads only when it starts. */
const READ_AT_START =
	/^(next\.config\.(ts|js|mjs)|\.env(\..+)?|package\.json|(src\/)?instrumentation\.(ts|js))$/;

/**
 * The one next step towards what is desired; `done` when nothing is left to do. Pure: the executor takes the step and
 * asks again, so a target that changes in the middle needs no special case.
 */
export function plan(actual: Actual, desired: Desired): Step {
	const { sandbox } = actual;
	if (!sandbox) return { do: "acquire" };

	const changes = diffFiles(sandbox.manifest, desired.files);
	const touched = [...Object.keys(changes.write), ...changes.remove];
	if (touched.length > 0) {
		const needsRestart =
			desired.mode === "production" ||
			touched.some((path) => READ_AT_START.test(path)) ||
			(sandbox.next.state === "ready" && sandbox.next.memoryLow === true);
		return { do: "apply", changes, restartDue: needsRestart && isUp(sandbox.next) };
	}

	const { next } = sandbox;
	switch (next.state) {
		case "stopped":
		case "starting":
			return { do: "start", mode: desired.mode };
		case "exited":
		case "unresponsive":
			return restartAfterCrash(actual, desired);
		case "ready":
			break;
	}
	if (next.mode !== desired.mode || actual.restartDue)
		return { do: "restart", mode: desired.mode, afterMs: 0 };
	if (actual.lesson !== desired.lesson) return { do: "resetData" };
	if (actual.compiled !== compileKey(desired)) return { do: "compile", path: desired.previewPath };
	return { do: "done" };
}

/** A page is compiled once for each lesson and mode; edits of it compile when the preview asks for it. */
export function compileKey(desired: Desired): string {
	return [desired.lesson, desired.mode, desired.previewPath].join("\n");
}

/** Identifies the files of a target, to tell whether something was edited since a crash. */
export function filesHash(desired: Desired): string {
	const rows = Object.entries(desired.files).map(([path, text]) => `${path}\n${hashText(text)}`);
	return hashText(rows.sort().join("\n"));
}

function restartAfterCrash(actual: Actual, desired: Desired): Step {
	const { crash } = actual;
	const next = actual.sandbox?.next;
	const edited = crash !== null && crash.filesHash !== filesHash(desired);
	if (crash === null || edited) return { do: "restart", mode: desired.mode, afterMs: 0 };
	if (next?.state === "exited" && next.building && next.mode === desired.mode) return { do: "hold" };
	const afterMs = RESTART_DELAYS[crash.count - 1];
	return afterMs === undefined ? { do: "hold" } : { do: "restart", mode: desired.mode, afterMs };
}

function isUp(next: NextStatus): boolean {
	return next.state === "ready" || next.state === "unresponsive" || next.state === "starting";
}
