import { formatValue } from "./format";

const STACK_LIMIT = 4_000;

/** Reports uncaught errors and unhandled rejections. */
export function watchPageErrors(view: Window, report: (message: string, stack: string) => void): void {
	const reportValue = (value: unknown, fallback: string) => {
		if (value instanceof Error || (typeof value === "object" && value !== null && "message" in value)) {
			const { name, message, stack } = value as Error;
			report(`${name ?? "Error"}: ${message}`, String(stack ?? "").slice(0, STACK_LIMIT));
		} else {
			report(value === undefined || value === null ? fallback : formatValue(value), "");
		}
	};
	view.addEventListener("error", (event) => {
		// A picture or script that failed to load is an Event without a message, and no error of the code.
		if (event instanceof ErrorEvent || "message" in event) reportValue(event.error, event.message);
	});
	view.addEventListener("unhandledrejection", (event) => {
		reportValue(event.reason, "Unhandled rejection");
	});
}
