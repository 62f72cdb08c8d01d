import type { FileSystemTree } from "@webcontainer/api";
import { SandboxError } from "@/lib/sandbox/errors";
import { type FileManifest, type FileTree, filePathSchema, MAX_FILE_BYTES } from "@/lib/sandbox/files";

/** At most this much of a refused path is shown back. */
const SHOWN = 80;

/** @throws SandboxError `bad-path` */
export function assertPath(file: string): void {
	if (filePathSchema.safeParse(file).success) return;
	const shown = JSON.stringify(file.length > SHOWN ? `${file.slice(0, SHOWN)}…` : file);
	throw new SandboxError(
		"bad-path",
		`${shown} is not a path inside the app, so nothing was changed. Use a relative path with forward slashes and no "..".`,
	);
}

/** @throws SandboxError `file-too-large` */
export function assertSize(file: string, bytes: number): void {
	if (bytes <= MAX_FILE_BYTES) return;
	throw new SandboxError(
		"file-too-large",
		`"${file}" has ${bytes} bytes; a sandbox file may have ${MAX_FILE_BYTES}. Nothing was changed: make the text shorter.`,
	);
}

/**
 * Refuses, before anything is touched, what can be seen to fail: paths, sizes, and names that are a file and a folder.
 * @throws SandboxError `bad-path`, `file-too-large`
 */
export function assertWritable(manifest: FileManifest, changes: FileTree): void {
	const encoder = new TextEncoder();
	for (const [file, text] of Object.entries(changes)) {
		assertPath(file);
		// Four bytes a character at most: most texts need not be measured.
		if (text.length * 4 > MAX_FILE_BYTES) assertSize(file, encoder.encode(text).byteLength);
	}
	const files = new Set([...Object.keys(manifest), ...Object.keys(changes)]);
	for (const file of Object.keys(changes)) {
		if (foldersOf(file).some((folder) => files.has(folder)) || isFolder(files, file)) throw nameClash(file);
	}
}

/** @throws SandboxError `bad-path` */
export function assertRemovable(manifest: FileManifest, paths: readonly string[]): void {
	for (const file of paths) {
		assertPath(file);
		if (isFolder(Object.keys(manifest), file)) throw isAFolder(file);
	}
}

/** The folders above a file, the nearest first; without the app's own. */
export function foldersOf(file: string): string[] {
	const segments = file.split("/").slice(0, -1);
	return segments.map((_, index) => segments.slice(0, segments.length - index).join("/"));
}

/** In the form that the API mounts. */
export function mountTree(files: FileTree): FileSystemTree {
	const root: FileSystemTree = {};
	for (const [file, contents] of Object.entries(files)) {
		const segments = file.split("/");
		const name = segments.pop()!;
		let folder = root;
		for (const segment of segments) {
			const entry = folder[segment];
			if (entry !== undefined && "directory" in entry) folder = entry.directory;
			else {
				const directory: FileSystemTree = {};
				folder[segment] = { directory };
				folder = directory;
			}
		}
		folder[name] = { file: { contents } };
	}
	return root;
}

/** The API's trees are plain objects, and lose what has this name. */
export function isMountable(files: FileTree): boolean {
	return Object.keys(files).every((file) => !file.split("/").includes("__proto__"));
}

/** Node's code (`ENOENT` …) of an error of the WebContainer's file system: only its message survives the way. */
export function codeOf(error: unknown): string | null {
	return /\bE[A-Z]{3,}\b/.exec(error instanceof Error ? error.message : String(error))?.[0] ?? null;
}

/** A failure of the WebContainer's file system in words. */
export function fileFailure(file: string, cause: unknown): SandboxError {
	switch (codeOf(cause)) {
		case "EEXIST":
		case "EISDIR":
		case "ENOTDIR":
		case "ENOTEMPTY":
			return nameClash(file, cause);
		case "EACCES":
		case "EPERM":
		case "ELOOP":
			return new SandboxError(
				"bad-path",
				`"${file}" leads out of the app's folder through a link, so it was left alone. Remove the link first.`,
				{ cause },
			);
		case "ENAMETOOLONG":
			return new SandboxError("bad-path", `"${file}" cannot be opened: its name is too long.`, { cause });
	}
	return new SandboxError(
		"internal",
		`The sandbox could not change or read "${file}". Your code is kept in the browser; start the sandbox again to go on.`,
		{ cause, retryable: true },
	);
}

export function isAFolder(file: string, cause?: unknown): SandboxError {
	return new SandboxError("bad-path", `"${file}" is a folder; only files can be removed.`, { cause });
}

function nameClash(file: string, cause?: unknown): SandboxError {
	return new SandboxError(
		"bad-path",
		`"${file}" cannot be written, because a file and a folder would have the same name. Rename one of them.`,
		{ cause },
	);
}

function isFolder(files: Iterable<string>, path: string): boolean {
	for (const file of files) if (file.startsWith(`${path}/`)) return true;
	return false;
}
