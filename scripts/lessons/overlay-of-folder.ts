import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isSafePath, MAX_FILE_BYTES } from "@/lib/sandbox/files";
import { exists, filesBelow } from "../files";
import { UsageError } from "./arguments";
import type { Overlay } from "./read";

/**
 * Any folder of text files as an overlay. An empty `<path>.deleted` takes `<path>` away; `node_modules`, `.next` and
 * `.git` are left out. Throws a {@link UsageError} for what a sandbox cannot hold.
 */
export async function overlayOfFolder(dir: string): Promise<Overlay> {
	if (!(await exists(dir))) throw new UsageError(`--files: there is no folder ${dir}.`);
	const overlay: Overlay = {};
	for (const found of await filesBelow(dir, ".")) {
		const path = found.replace(/^\.\//, "");
		if (!isSafePath(path)) throw new UsageError(`--files: the name ${path} cannot be used in a sandbox.`);
		const bytes = await readFile(join(dir, path));
		if (path.endsWith(".deleted") && bytes.length === 0) overlay[path.slice(0, -".deleted".length)] = null;
		else overlay[path] = decode(bytes, path);
	}
	if (Object.keys(overlay).length === 0) throw new UsageError(`--files: the folder ${dir} holds no file.`);
	return overlay;
}

function decode(bytes: Buffer, path: string): string {
	if (bytes.length > MAX_FILE_BYTES)
		throw new UsageError(`--files: ${path} is larger than ${MAX_FILE_BYTES / 1000} kB.`);
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw new UsageError(`--files: ${path} is not UTF-8 text; a sandbox holds only text files.`);
	}
}
