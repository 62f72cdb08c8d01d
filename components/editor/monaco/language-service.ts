import type { Monaco } from "./load";
import { isTypeScript, type Models } from "./models";

const TICK_FILE = "file:///__tick.d.ts";
const QUIET_MS = 600;

/** Never starts again: a library with the same text would count as unchanged. */
let ticks = 0;

type WorkerFor = Awaited<ReturnType<Monaco["typescript"]["getTypeScriptWorker"]>>;

/** The TypeScript worker, or `null` as long as no TypeScript model has ever been made. */
export async function runningWorker(monaco: Monaco): Promise<WorkerFor | null> {
	return monaco.typescript.getTypeScriptWorker().catch((error: unknown) => {
		if (error === "TypeScript not registered!") return null;
		throw error;
	});
}

/**
 * Whether the file's present text parses. Files other than TypeScript, and those that do not exist, count as parsing:
 * nothing is gained by holding them back.
 */
export async function parses(monaco: Monaco, models: Models, path: string): Promise<boolean> {
	const model = models.get(path);
	if (!model || !isTypeScript(path) || model.getLanguageId() !== "typescript") return true;
	const workerFor = await monaco.typescript.getTypeScriptWorker();
	if (model.isDisposed()) return true;
	const worker = await workerFor(model.uri);
	return (await worker.getSyntacticDiagnostics(model.uri.toString())).length === 0;
}

/**
 * Monaco checks a file again only when its own text changes; what an edit breaks in other files would stay unseen. A
 * changed extra library makes it check them all.
 * @returns to be called after every edit of a TypeScript file
 */
export function refreshOtherFiles(monaco: Monaco, signal: AbortSignal): (path: string) => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
	return (path) => {
		if (!isTypeScript(path) || signal.aborted) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			ticks += 1;
			monaco.typescript.typescriptDefaults.addExtraLib(`export {}; // ${ticks}`, TICK_FILE);
		}, QUIET_MS);
	};
}
