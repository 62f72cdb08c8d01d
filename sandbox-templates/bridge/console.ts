import { formatArguments } from "./format";

export type Level = "log" | "info" | "warn" | "error" | "debug";
const LEVELS: readonly Level[] = ["log", "info", "warn", "error", "debug"];

/** Reports what the page prints; the browser's own console still gets it. */
export function watchConsole(
	view: Window & typeof globalThis,
	report: (level: Level, text: string) => void,
): void {
	let reporting = false;
	for (const level of LEVELS) {
		const original = view.console[level];
		view.console[level] = (...args: unknown[]) => {
			original.apply(view.console, args);
			// A value's own toString() may print again.
			if (reporting) return;
			reporting = true;
			try {
				report(level, formatArguments(args));
			} catch {
				report(level, "(something that cannot be shown)");
			} finally {
				reporting = false;
			}
		};
	}
}
