import { createLineSplitter } from "./lines";
import { RECORD_MARK } from "./names";
import { recordSchema, type SandboxRecord } from "./records";

export interface OutputHandlers {
	onRecord(record: SandboxRecord): void;
	onLine(line: string): void;
}

/**
 * Takes the standard output of the Next.js process apart: records of the recorder on one side, lines of the log on the
 * other. The app may have printed half a line when a record comes; the half waits for its other half.
 */
export function createOutputParser(key: string, handlers: OutputHandlers) {
	const mark = `${RECORD_MARK}${key} `;
	let half = "";
	const splitter = createLineSplitter((line) => {
		const at = line.indexOf(mark);
		const record = at === -1 ? null : parseRecord(line.slice(at + mark.length));
		if (record === null) {
			handlers.onLine(half + line);
			half = "";
			return;
		}
		half += line.slice(0, at);
		handlers.onRecord(record);
	});
	return {
		push: splitter.push,
		end(): void {
			splitter.end();
			if (half !== "") handlers.onLine(half);
			half = "";
		},
	};
}

function parseRecord(json: string): SandboxRecord | null {
	try {
		return recordSchema.parse(JSON.parse(json));
	} catch {
		return null;
	}
}
