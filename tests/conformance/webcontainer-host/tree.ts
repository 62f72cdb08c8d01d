import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { decodeMessagePack } from "./msgpack";

/** The API's inner form of a tree. `b`: the string holds a byte a character. */
export interface TreeFolder {
	d: Record<string, TreeFolder | TreeFile>;
}
export interface TreeFile {
	f: { c: string | Uint8Array; b?: boolean } | { l: string };
}

/** Reads what the API mounts: a tree as JSON, or a binary snapshot. The first byte tells. */
export function readTree(bytes: Uint8Array): TreeFolder {
	const isJson = bytes[0] === "{".charCodeAt(0);
	return (isJson ? JSON.parse(new TextDecoder().decode(bytes)) : decodeMessagePack(bytes)) as TreeFolder;
}

/** Lays a tree down; files that are there are overwritten. Resolves with how many files it had. */
export async function writeTree(folder: string, tree: TreeFolder): Promise<number> {
	await mkdir(folder, { recursive: true });
	let files = 0;
	for (const [name, node] of Object.entries(tree.d)) {
		if (name === "" || name === "." || name === ".." || /[/\\\0]/.test(name))
			throw new Error(`EINVAL: invalid name, mount '${name}'`);
		const place = path.join(folder, name);
		if ("d" in node) {
			files += await writeTree(place, node);
			continue;
		}
		files += 1;
		if ("l" in node.f) {
			await rm(place, { force: true });
			await symlink(node.f.l, place);
		} else {
			const { c, b } = node.f;
			await writeFile(place, typeof c === "string" ? Buffer.from(c, b ? "latin1" : "utf8") : c);
		}
	}
	return files;
}
