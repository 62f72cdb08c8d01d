import type { CheckResult, Evidence } from "@/lib/checks/types";
import { isSafePath } from "@/lib/sandbox/files";
import { type ChangedFiles, type FailingCheck, LIMITS } from "../contract";

/**
 * The files that differ from the starter, within the hub's bounds; `null` when they are beyond them.
 * @param edits path → text, `null` for a file that was taken away
 */
export function changedFiles(edits: Record<string, string | null>): ChangedFiles | null {
	const files = Object.entries(edits).filter(([path]) => isSafePath(path));
	const encoder = new TextEncoder();
	const bytes = files.reduce((sum, [, text]) => sum + encoder.encode(text ?? "").length, 0);
	return files.length > LIMITS.codeFiles || bytes > LIMITS.codeBytes ? null : Object.fromEntries(files);
}

/** What the checks that are not green saw, cut to the hub's bounds. */
export function failingChecks(results: Record<string, CheckResult>): FailingCheck[] {
	return Object.values(results)
		.filter(({ verdict }) => verdict !== "pass")
		.slice(0, LIMITS.checksPerLesson)
		.map(({ id, verdict, message, expected, observed, evidence }) => ({
			check: id,
			verdict,
			message: cut(message, LIMITS.text),
			expected: cut(expected, LIMITS.evidence),
			observed: cut(observed, LIMITS.evidence),
			evidence: evidence.slice(0, 6).map((piece) => ({
				label: cut(piece.label, 200),
				text: cut(textOf(piece), LIMITS.evidence),
			})),
		}));
}

export function cut(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function textOf(piece: Evidence): string {
	switch (piece.kind) {
		case "text":
			return piece.text;
		case "html":
			return piece.html;
		case "data":
			return JSON.stringify(piece.value, null, 2) ?? String(piece.value);
		case "exchange":
			return piece.summary;
	}
}
