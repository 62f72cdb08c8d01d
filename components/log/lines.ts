import type { LogEntry } from "@/lib/sandbox/agent-protocol";
import type { ConsoleEntry } from "@/lib/sandbox/bridge/types";

export type Level = "error" | "warn" | "good" | "plain" | "dim";

export interface LogLine {
	key: string;
	at: number;
	level: Level;
	text: string;
}

/** A line of the server log. Next.js marks its own lines by signs; other programs by the stream they use. */
export function serverLine({ seq, at, stream, text }: LogEntry): LogLine {
	return { key: `${at}-${seq}`, at, level: serverLevel(stream, text), text };
}

function serverLevel(stream: LogEntry["stream"], text: string): Level {
	const start = text.trimStart();
	if (/^(⨯|✖|×|error\b|uncaught|unhandled|\w*error:)/i.test(start)) return "error";
	if (/^(⚠|warn)/i.test(start)) return "warn";
	if (/^✓/.test(start)) return "good";
	if (/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S+ \d{3}\b/.test(start)) return "dim";
	return stream === "stderr" ? "error" : "plain";
}

const CONSOLE_LEVELS: Record<ConsoleEntry["level"], Level> = {
	error: "error",
	warn: "warn",
	log: "plain",
	info: "plain",
	debug: "dim",
};

export function consoleLine({ seq, at, level, text }: ConsoleEntry): LogLine {
	return { key: `${at}-${seq}`, at, level: CONSOLE_LEVELS[level], text };
}

/** `14:03:07` by the reader's clock. */
export function clock(at: number): string {
	return new Date(at).toTimeString().slice(0, 8);
}
