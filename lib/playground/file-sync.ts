import type { Workspace } from "@/lib/workspace/types";

/** Tells whether the text of a file parses. Slow or absent probes are waited for or left out, never guessed. */
export type SyntaxProbe = (path: string) => Promise<boolean>;

/** Milliseconds to wait with code that does not parse (yet): most of it is half-typed. */
export const UNPARSED_DELAY = 500;
/** … and with code nobody can judge, while the editor is still loading. */
export const UNJUDGED_DELAY = 120;

export interface FileSyncOptions {
	workspace: Workspace;
	/** Sends the present files to the sandbox. */
	push: () => void;
	signal: AbortSignal;
}

export interface FileSync {
	setSyntaxProbe(probe: SyntaxProbe | null): void;
	/** Sends what has not been sent yet, now. */
	flush(): void;
}

/**
 * Sends the learner's edits to the sandbox without a save button: code that parses at once, code that does not after a
 * pause, so that the preview does not flicker between half-typed states.
 */
export function createFileSync({ workspace, push, signal }: FileSyncOptions): FileSync {
	let probe: SyntaxProbe | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let edits = 0;

	const flush = () => {
		clearTimeout(timer);
		timer = undefined;
		push();
	};
	const later = (ms: number) => {
		clearTimeout(timer);
		timer = setTimeout(flush, ms);
	};

	async function onEdit(path: string | null): Promise<void> {
		const edit = ++edits;
		if (!probe || !path || !/\.[cm]?[jt]sx?$/.test(path)) return probe ? flush() : later(UNJUDGED_DELAY);
		// The timer stands while the probe works: an answer that never comes delays the code, it does not lose it.
		later(UNPARSED_DELAY);
		const parses = await probe(path).catch(() => false);
		if (edit === edits && parses && !signal.aborted) flush();
	}

	const unsubscribe = workspace.store.subscribe((state, previous) => {
		if (!state.hydrated) return;
		if (!previous.hydrated) return flush();
		if (state.edits !== previous.edits) void onEdit(changedPath(previous.edits, state.edits));
	});
	signal.addEventListener("abort", () => {
		unsubscribe();
		clearTimeout(timer);
	});
	if (workspace.store.getState().hydrated) flush();

	return {
		flush,
		setSyntaxProbe(next) {
			probe = next;
		},
	};
}

/** The one file that differs, or `null` where several do (a reset, a solution). */
function changedPath(
	before: Record<string, string | null>,
	after: Record<string, string | null>,
): string | null {
	const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
	const changed = [...paths].filter((path) => before[path] !== after[path]);
	return changed.length === 1 ? (changed[0] ?? null) : null;
}
