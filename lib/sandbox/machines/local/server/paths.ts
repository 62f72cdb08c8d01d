import { lstat, realpath } from "node:fs/promises";
import path from "node:path";
import { SandboxError } from "@/lib/sandbox/errors";
import { filePathSchema } from "@/lib/sandbox/files";

/** At most this much of a refused path is shown back. */
const SHOWN = 80;

/**
 * The absolute place of a sandbox path, once its text is known to be safe. Symlinks are not looked at here.
 * @throws SandboxError `bad-path`
 */
export function placeOf(root: string, file: string): string {
	if (!filePathSchema.safeParse(file).success) {
		throw new SandboxError(
			"bad-path",
			`${shown(file)} is not a path inside the app, so nothing was changed. Use a relative path with forward slashes and no "..".`,
		);
	}
	return path.join(/* turbopackIgnore: true */ root, ...file.split("/"));
}

/**
 * Makes sure that `place` still lies inside `root` after every symlink on the way was followed. The last segment
 * is followed only when `throughLast` is set: replacing or deleting a link changes the link, not what it points to.
 * What does not exist yet cannot be a link: the deepest existing parent decides.
 * @throws SandboxError `bad-path`
 */
export async function assertContained(root: string, place: string, throughLast: boolean): Promise<void> {
	const realRoot = await realpath(root);
	let probe = throughLast ? place : path.dirname(place);
	for (;;) {
		const real = await realpathOrNull(probe);
		if (real !== null) {
			if (isInside(realRoot, real)) return;
			break;
		}
		// A link that points nowhere has no real path, yet writing below it would create its target.
		if (await isLink(probe)) break;
		const parent = path.dirname(probe);
		if (parent === probe) break;
		probe = parent;
	}
	throw new SandboxError(
		"bad-path",
		`${shown(path.relative(root, place))} leads out of the app's folder through a link, so it was left alone. Remove the link first.`,
	);
}

/** Whether `real` is `root` or lies below it; both absolute and without links. */
export function isInside(root: string, real: string): boolean {
	const relative = path.relative(root, real);
	return (
		relative === "" ||
		!(relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
	);
}

async function realpathOrNull(place: string): Promise<string | null> {
	try {
		return await realpath(place);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code === "ENOENT" || code === "ENOTDIR") return null;
		if (code === "ELOOP" || code === "ENAMETOOLONG") throw badPath(place);
		throw error;
	}
}

async function isLink(place: string): Promise<boolean> {
	return lstat(place).then(
		(stats) => stats.isSymbolicLink(),
		() => false,
	);
}

function badPath(place: string): SandboxError {
	return new SandboxError(
		"bad-path",
		`${shown(path.basename(place))} cannot be opened: its links or its name are too long.`,
	);
}

function shown(file: string): string {
	return JSON.stringify(file.length > SHOWN ? `${file.slice(0, SHOWN)}…` : file);
}
