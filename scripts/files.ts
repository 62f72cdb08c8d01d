import { createHash } from "node:crypto";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

const NEVER = new Set(["node_modules", ".next", ".git", ".DS_Store"]);

export async function exists(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}

/**
 * One hash (hex) for the content of files and folders, given relative to `root`. Names count, times do not.
 * Throws for an entry that does not exist: a misspelt one would never change.
 */
export async function hashPaths(
	root: string,
	paths: string[],
	keep: (path: string) => boolean = () => true,
): Promise<string> {
	const hash = createHash("sha256");
	for (const path of [...new Set(paths)].sort()) {
		for (const file of await filesBelow(root, path)) {
			if (!keep(file)) continue;
			const content = createHash("sha256")
				.update(await readFile(join(root, file)))
				.digest("hex");
			hash.update(`${file}\n${content}\n`);
		}
	}
	return hash.digest("hex");
}

/** Every file at or below `path`, relative to `root`, sorted. */
export async function filesBelow(root: string, path: string): Promise<string[]> {
	const info = await stat(join(root, path));
	if (!info.isDirectory()) return [path];
	const found: string[] = [];
	for (const entry of await readdir(join(root, path), { withFileTypes: true })) {
		if (NEVER.has(entry.name)) continue;
		const child = `${path}/${entry.name}`;
		if (entry.isDirectory()) found.push(...(await filesBelow(root, child)));
		else if (entry.isFile()) found.push(child);
	}
	return found.sort();
}
