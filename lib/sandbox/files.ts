import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod";

/** The largest text, in UTF-8 bytes, that one sandbox file may hold. */
export const MAX_FILE_BYTES = 1_000_000;

/**
 * A file's place inside a sandbox: relative, POSIX separators, no `.` or `..` segment, no NUL, no backslash.
 * The machine resolves symlinks on top of this; the schema only refuses what can never be right.
 */
export const filePathSchema = z
	.string()
	.min(1)
	.max(300)
	.refine(isSafePath, { message: "Use a relative path with forward slashes and no '..'" });

/** Text files of an app by path. */
export const fileTreeSchema = z.record(filePathSchema, z.string());
export type FileTree = Record<string, string>;

/** What is in a sandbox: path → {@link hashText} of the content. */
export type FileManifest = Record<string, string>;

export interface FileChanges {
	write: FileTree;
	remove: string[];
}

/** Whether `path` is a relative POSIX path that stays inside its root by its own text. */
export function isSafePath(path: string): boolean {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
	if (/[\u0000-\u001f\\]/.test(path) || path.startsWith("/") || /^[a-zA-Z]:/.test(path)) return false;
	return path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

/** The first 16 hex digits of the SHA-256 of `text` as UTF-8: equal texts, equal hashes, in every host. */
export function hashText(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
}

export function manifestOf(tree: FileTree): FileManifest {
	return Object.fromEntries(Object.entries(tree).map(([path, text]) => [path, hashText(text)]));
}

/** One hash for a whole tree; independent of the order of its keys. */
export function hashTree(tree: FileTree): string {
	const rows = Object.entries(manifestOf(tree)).sort(([a], [b]) => (a < b ? -1 : 1));
	return hashText(rows.map(([path, hash]) => `${path}\n${hash}`).join("\n"));
}

/**
 * Lays trees over each other, later ones win. A `null` in an overlay takes a file away: that is how a learner's
 * deletion is kept.
 */
export function overlay(...layers: Record<string, string | null>[]): FileTree {
	const merged: FileTree = {};
	for (const layer of layers) {
		for (const [path, text] of Object.entries(layer)) {
			if (text === null) delete merged[path];
			else merged[path] = text;
		}
	}
	return merged;
}

/** The smallest change that turns what `actual` lists into `desired`. */
export function diffFiles(actual: FileManifest, desired: FileTree): FileChanges {
	const write: FileTree = {};
	for (const [path, text] of Object.entries(desired)) {
		if (actual[path] !== hashText(text)) write[path] = text;
	}
	const remove = Object.keys(actual).filter((path) => !(path in desired));
	return { write, remove };
}
