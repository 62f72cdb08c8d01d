import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DataChange } from "@/lib/sandbox/agent-protocol";

type Row = Record<string, unknown>;
type Data = Record<string, Row[]>;

/** More changes than this in one exchange are counted by nobody. */
const MAX_CHANGES = 50;
/** Characters of the data file beyond which it is not compared: that would hold the app up. */
const MAX_CHARACTERS = 512 * 1024;

/** Reads the app's data file in `folder` as it is now; `null` where there is none, or it is too large to compare. */
export function readDataText(folder: string): string | null {
	for (const name of ["data/db.json", "data/seed.json"]) {
		try {
			const text = readFileSync(join(folder, name), "utf8");
			return text.length > MAX_CHARACTERS ? null : text;
		} catch {
			// Not written yet: the seed is what the app reads then.
		}
	}
	return null;
}

/** The rows that differ between two states of the data file, matched by their `id`. `null`: cannot be said. */
export function changesBetween(before: string | null, after: string | null): DataChange[] | null {
	if (before === null || after === null) return null;
	if (before === after) return [];
	try {
		return changedRows(JSON.parse(before), JSON.parse(after)).slice(0, MAX_CHANGES);
	} catch {
		return null;
	}
}

function changedRows(before: Data, after: Data): DataChange[] {
	const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
	return tables.flatMap((table) => {
		const old = byId(before[table] ?? []);
		const now = byId(after[table] ?? []);
		return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
			const change = { table, before: old.get(id) ?? null, after: now.get(id) ?? null };
			return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
		});
	});
}

/** A row without an id of its own is told from the others by its place. */
function byId(rows: Row[]): Map<string, Row> {
	return new Map(
		rows.map((row, place) => [row.id === undefined ? `#${place}` : JSON.stringify(row.id), row]),
	);
}
