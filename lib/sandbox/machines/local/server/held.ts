import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readlink } from "node:fs/promises";
import path from "node:path";
import { SandboxError } from "@/lib/sandbox/errors";
import { isInside } from "./paths";

/*
 * Between looking where a path leads and using it, a program inside the machine can put a link in its way. On Linux a
 * folder or file is therefore opened first, and then the system is asked what was opened: that cannot change any more.
 * Elsewhere the path itself is used, as looked at before.
 */
const canHold = process.platform === "linux";

/**
 * Calls `act` with a path of the folder that stays that folder whatever happens to the names on the way to it.
 * @param root the machine's folder, without links
 * @param segments names of folders from `root` on
 * @param make whether to make those that are missing
 * @throws SandboxError `bad-path` when it is not inside `root`; what the system says otherwise
 */
export async function inFolder<Result>(
	root: string,
	segments: readonly string[],
	make: boolean,
	act: (folder: string) => Promise<Result>,
): Promise<Result> {
	const folder = path.join(/* turbopackIgnore: true */ root, ...segments);
	if (!canHold) {
		if (make) await mkdir(folder, { recursive: true });
		return act(folder);
	}
	let held = await openFolder(root);
	try {
		for (const segment of segments) {
			const below = `${pathOf(held)}/${segment}`;
			if (make) await mkdir(below).catch(unlessItExists);
			const next = await openFolder(below);
			await held.close();
			held = next;
			await assertInside(root, held);
		}
		return await act(pathOf(held));
	} finally {
		await held.close();
	}
}

/**
 * Opens a file for reading; a pipe or a device does not block it.
 * @throws SandboxError `bad-path` when it is not inside `root`; what the system says otherwise
 */
export async function openInside(root: string, place: string): Promise<FileHandle> {
	if (!canHold) return open(place, "r");
	const handle = await open(place, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		await assertInside(root, handle);
		return handle;
	} catch (error) {
		await handle.close();
		throw error;
	}
}

function openFolder(place: string): Promise<FileHandle> {
	return open(place, constants.O_RDONLY | constants.O_DIRECTORY);
}

/** By proc(5) a link to what is open, not to a name. */
function pathOf(handle: FileHandle): string {
	return `/proc/self/fd/${handle.fd}`;
}

async function assertInside(root: string, handle: FileHandle): Promise<void> {
	if (isInside(root, await readlink(pathOf(handle)))) return;
	throw new SandboxError(
		"bad-path",
		"This path leads out of the app's folder through a link, so it was left alone. Remove the link first.",
	);
}

function unlessItExists(error: NodeJS.ErrnoException): void {
	if (error.code !== "EEXIST") throw error;
}
