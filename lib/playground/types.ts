import type { StoreApi } from "zustand/vanilla";
import type { CheckDefinition, CheckResult, ClaimDefinition } from "@/lib/checks/types";
import type { Inspector } from "@/lib/inspector/inspector";
import type { BaseApp, LessonContent } from "@/lib/lessons/types";
import type { Preview } from "@/lib/sandbox/bridge/types";
import type { Session } from "@/lib/sandbox/session/types";
import type { Workspace } from "@/lib/workspace/types";
import type { Builds } from "./build";
import type { MachinePicker } from "./machine-picker";
import type { Network } from "./network";
import type { SecondBrowser } from "./second-browser";

export type RunState =
	| { state: "idle" }
	| { state: "running"; current: string | null; done: number; total: number }
	/** The checks could not be run at all. */
	| { state: "refused"; message: string };

export interface ChecksState {
	definitions: CheckDefinition[];
	/** By check id; the newest result. */
	results: Record<string, CheckResult>;
	/** Checks that were green in this lesson at any time. */
	everPassed: Record<string, boolean>;
	/** Opened hint levels, 0–3, by check id. */
	hints: Record<string, number>;
	run: RunState;
	claims: ClaimDefinition[];
	claimResults: Record<string, CheckResult>;
	/** The claim that is being proved now. */
	proving: string | null;
}

export interface Checks {
	store: StoreApi<ChecksState>;
	/** Runs all, or only those named with what they require. A newer run cancels the one before. */
	run(only?: string[]): Promise<void>;
	cancel(): void;
	openHint(id: string): void;
	/** Runs a claim over its own files in the same sandbox, then brings the learner's files back. */
	prove(claimId: string): Promise<void>;
}

/** Everything behind one open lesson page. */
export interface Playground {
	lesson: LessonContent;
	base: BaseApp;
	workspace: Workspace;
	session: Session;
	preview: Preview;
	/** Which machine the session uses. */
	picker: MachinePicker;
	checks: Checks;
	builds: Builds;
	inspector: Inspector;
	network: Network;
	secondBrowser: SecondBrowser;
	/** The editor says whether a file's text parses: such code reaches the sandbox without a pause. */
	setSyntaxProbe(probe: ((path: string) => Promise<boolean>) | null): void;
	/** Stops everything that belongs to this lesson; the sandbox lives on for the next one. */
	close(): void;
}
