import type { NextStatus } from "../agent-protocol";
import { limitInWords } from "../app-limits";

/** For the learner: how Next.js ended. */
export function endingInWords(status: Extract<NextStatus, { state: "exited" }>): string {
	const { building, starting, limit, reason, code, signal } = status;
	if (limit) return limitInWords(limit);
	if (reason) return reason;
	if (building) return "The production build failed.";
	if (starting && code === 0)
		return "The app's process was ended while it started, without an error. Something that runs then, as next.config.ts or instrumentation.ts do, may call process.exit().";
	if (signal === "SIGKILL")
		return "The app's process was ended by the system (SIGKILL), as it does when the computer runs out of memory.";
	return `The app's process ended${code === null ? "" : ` with code ${code}`}${starting ? " while it started" : ""}.`;
}
