import { isSandboxError } from "@/lib/sandbox/errors";
import type { Runner } from "@/lib/sandbox/runner";
import type { SandboxFiles } from "../types";
import { CheckFailure } from "./failure";
import type { Tracker } from "./tracker";

type Overlay = Record<string, string | null>;

/** Lays files over those under test; resolves once the app runs with them, rejects where it does not. */
export type Laying = (files: Overlay, signal: AbortSignal) => Promise<void>;

/** The files that one check has laid over those under test, and the time that went into it. */
export class Layers {
	private files: Overlay = {};
	private spent = 0;
	private since: number | null = null;

	constructor(private readonly layFiles: Laying) {}

	get isUsed(): boolean {
		return Object.keys(this.files).length > 0;
	}
	get isLaying(): boolean {
		return this.since !== null;
	}
	/** Milliseconds until now. */
	spentMs(): number {
		return this.spent + (this.since === null ? 0 : Date.now() - this.since);
	}

	async lay(files: Overlay, signal: AbortSignal): Promise<void> {
		this.files = { ...this.files, ...files };
		this.since = Date.now();
		try {
			await this.layFiles(this.files, signal);
		} finally {
			this.spent = this.spentMs();
			this.since = null;
		}
	}
}

/** The `sandbox` of a check. */
export function createSandboxFiles({
	layers,
	runner,
	tracker,
	signal,
}: {
	layers: Layers;
	runner: Runner;
	tracker: Tracker;
	signal: AbortSignal;
}): SandboxFiles {
	/** What Next.js said when it did not start, or `null` where it did. */
	async function refusal(files: Overlay): Promise<string | null> {
		tracker.note(`Changed ${Object.keys(files).join(", ")}`);
		try {
			await layers.lay(files, signal);
			return null;
		} catch (error) {
			signal.throwIfAborted();
			if (!isSandboxError(error) || runner.next.state !== "exited") throw error;
			return runner.next.logTail;
		}
	}
	return {
		change: (files) =>
			tracker.track("sandbox.change()", async () => {
				const said = await refusal(files);
				if (said === null) return;
				throw new CheckFailure("The app does not start with the changed files.", {
					expected: "an app that runs",
					observed: lastLines(said),
				});
			}),
		changeRefused: (files) =>
			tracker.track("sandbox.changeRefused()", async () => {
				const said = await refusal(files);
				tracker.assertions++;
				if (said !== null) return said;
				throw new CheckFailure("The app starts with the changed files, although it should not.", {
					expected: "an app that does not start",
					observed: "an app that runs",
				});
			}),
	};
}

function lastLines(text: string): string {
	return text.trim().split("\n").slice(-6).join("\n");
}
