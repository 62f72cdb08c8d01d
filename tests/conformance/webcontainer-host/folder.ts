import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { assertContained, isInside } from "@/lib/sandbox/machines/local/server/paths";
import { readTree, writeTree } from "./tree";
import type { HostCall } from "./wire";

const FILE_METHODS = ["readFile", "writeFile", "readdir", "mkdir", "rm", "rename"] as const;
type FileCall = Extract<HostCall, { method: (typeof FILE_METHODS)[number] }>;

export function isFileCall(call: HostCall): call is FileCall {
	return (FILE_METHODS as readonly string[]).includes(call.method);
}

/** The working directory of an instance. What leads out of it is refused as `EACCES`: the double has no other disk. */
export class HostFolder {
	readonly root: string;

	constructor(root: string) {
		this.root = root;
	}

	async mount(bytes: Uint8Array, mountPoint: string | null): Promise<void> {
		const place = await this.placeOf(mountPoint ?? ".", "mount", true);
		await writeTree(place, readTree(bytes));
	}

	/** Gives what goes back over the wire: bytes as base64. */
	async do(call: FileCall): Promise<unknown> {
		switch (call.method) {
			case "readFile":
				return (await readFile(await this.placeOf(call.path, "open", true))).toString("base64");
			case "writeFile":
				return writeFile(await this.placeOf(call.path, "open", true), Buffer.from(call.data, call.encoding));
			case "readdir": {
				const place = await this.placeOf(call.path, "scandir", true);
				const entries = await readdir(place, { withFileTypes: true });
				return entries.map((entry) => ({
					name: entry.name,
					type: entry.isFile() ? 1 : entry.isDirectory() ? 2 : 3,
				}));
			}
			case "mkdir":
				await mkdir(await this.placeOf(call.path, "mkdir", true), { recursive: call.recursive });
				return null;
			case "rm": {
				const { force, recursive } = call;
				return rm(await this.placeOf(call.path, "rm", false), { force, recursive });
			}
			case "rename":
				return rename(
					await this.placeOf(call.from, "rename", false),
					await this.placeOf(call.to, "rename", false),
				);
		}
	}

	/** Paths are relative to the working directory; absolute ones inside of it are taken as well. */
	async placeOf(file: string, action: string, throughLast: boolean): Promise<string> {
		const place = path.resolve(this.root, file);
		const refused = () => new Error(`EACCES: permission denied, ${action} '${file}'`);
		if (!isInside(this.root, place)) throw refused();
		if (place === this.root) return place;
		await assertContained(this.root, place, throughLast).catch(() => {
			throw refused();
		});
		return place;
	}
}
