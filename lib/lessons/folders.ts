import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isSafePath, MAX_FILE_BYTES } from "@/lib/sandbox/files";
import type { Edits as Overlay } from "@/lib/workspace/types";
import { LessonError } from "./error";

/** A file named so, empty, takes `<path>` away. */
const DELETED = ".deleted";

/** What an operating system or an editor leaves behind; never part of a lesson. */
const LITTER = new Set([".DS_Store", "Thumbs.db"]);

export interface NumberedFolder {
	/** As on disk: `03-forms`. */
	folder: string;
	/** Without the number: `forms`. */
	name: string;
	order: number;
}

/** The folders `NN-name` directly below `dir` (relative to `root`), in order. Throws for any other folder. */
export async function numberedFolders(root: string, dir: string): Promise<NumberedFolder[]> {
	const entries = await readdir(join(root, dir), { withFileTypes: true });
	const folders = entries
		.filter((entry) => entry.isDirectory())
		.map(({ name: folder }) => {
			const match = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(folder);
			if (!match) throw new LessonError(`${dir}/${folder}`, 'name the folder like "03-some-name"');
			return { folder, name: match[2] as string, order: Number(match[1]) };
		});
	return folders.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
}

/** Names of the folders directly below `dir`, sorted; none where `dir` does not exist. */
export async function subfolders(root: string, dir: string): Promise<string[]> {
	const entries = await readdirOrNull(join(root, dir));
	return (entries ?? [])
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

/** The text of a file, or `null` where there is none. */
export async function readTextOrNull(root: string, file: string): Promise<string | null> {
	try {
		return await readFile(join(root, file), "utf8");
	} catch (error) {
		if (isNotFound(error)) return null;
		throw error;
	}
}

/**
 * Every file below `dir` (relative to `root`) as an overlay; `skip` names paths in it that are not part of it.
 * `null` where the folder does not exist.
 */
export async function readOverlay(root: string, dir: string, skip: string[] = []): Promise<Overlay | null> {
	const entries = await readdirOrNull(join(root, dir), true);
	if (entries === null) return null;
	const overlay: Overlay = {};
	for (const entry of entries) {
		if (!entry.isFile() || LITTER.has(entry.name)) continue;
		const path = join(entry.parentPath, entry.name)
			.slice(join(root, dir).length + 1)
			.replaceAll("\\", "/");
		if (skip.includes(path)) continue;
		const file = `${dir}/${path}`;
		if (!isSafePath(path)) throw new LessonError(file, "this name cannot be used in a sandbox");
		const text = await readFile(join(entry.parentPath, entry.name), "utf8");
		if (path.endsWith(DELETED)) {
			if (text.trim() !== "") throw new LessonError(file, `a ${DELETED} file must be empty`);
			overlay[path.slice(0, -DELETED.length)] = null;
			continue;
		}
		if (Buffer.byteLength(text) > MAX_FILE_BYTES)
			throw new LessonError(file, "larger than a sandbox file may be");
		overlay[path] = text;
	}
	for (const [path, text] of Object.entries(overlay)) {
		if (
			text === null &&
			entries.some((entry) => join(entry.parentPath, entry.name) === join(root, dir, path))
		)
			throw new LessonError(`${dir}/${path}`, `stands beside ${path}${DELETED}; keep one of the two`);
	}
	return Object.fromEntries(Object.entries(overlay).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readdirOrNull(dir: string, recursive = false) {
	try {
		return await readdir(dir, { withFileTypes: true, recursive });
	} catch (error) {
		if (isNotFound(error)) return null;
		throw error;
	}
}

function isNotFound(error: unknown): boolean {
	return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
