import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import {
	SNAPSHOT_FOLDER,
	type SnapshotManifest,
	snapshotManifestSchema,
	snapshotUrl,
} from "@/lib/sandbox/machines/webcontainer/manifest";
import { exists, hashPaths } from "../files";
import { configCompiler } from "./config-compiler";
import { encodeSnapshot } from "./encode";
import { readTrace } from "./traced";
import { snapshotFiles } from "./tree";

/** What decides whether the snapshot must be made again. */
const SOURCES = [
	"package-lock.json",
	"sandbox-templates/webcontainer",
	"scripts/generate/async-context.ts",
	"scripts/snapshot",
];
const isSource = (file: string) => !/\.test\.ts$|\/probe-app\//.test(file);
const MANIFEST = "manifest.json";
const STAMP = "sources.txt";

export interface MakeOptions {
	/** Absolute; default: where the product serves it from. */
	folder?: string;
	/** Compresses in seconds rather than minutes, for a server on the same computer. */
	quick?: boolean;
	say?: (line: string) => void;
}

/**
 * Makes the snapshot of what `next dev --webpack` needs in a WebContainer: one file, named by its content, with a
 * compressed form beside it and a manifest. `root` is the product's folder. What was there before is removed.
 */
export async function makeSnapshot(root: string, options: MakeOptions = {}): Promise<SnapshotManifest> {
	const { folder = join(root, SNAPSHOT_FOLDER), quick = false, say = () => {} } = options;
	const { files: traced, nextVersion } = await readTrace(root);
	const own = {
		asyncContext: await readFile(join(root, ".generated/webcontainer/async-context.cjs"), "utf8"),
		configCompiler: await configCompiler(root),
	};
	say("Lowering Next.js for the browser …");
	const sources = await hashPaths(root, SOURCES, isSource);
	const files = await snapshotFiles(root, traced, own);
	const snapshot = encodeSnapshot(files);
	const name = createHash("sha256").update(snapshot).digest("hex").slice(0, 16);
	say(`Compressing ${megabytes(snapshot.length)}${quick ? "" : " (takes minutes, once)"} …`);
	const compressed = await compress(snapshot, quick);
	const manifest = snapshotManifestSchema.parse({
		url: snapshotUrl(name),
		bytes: snapshot.length,
		compressedBytes: compressed.length,
		files: Object.keys(files).length,
		nextVersion,
	} satisfies SnapshotManifest);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, `${name}.bin`), snapshot);
	await writeFile(join(folder, `${name}.bin.br`), compressed);
	await writeFile(join(folder, STAMP), sources);
	// Last, and at once: a server may be reading.
	await writeFile(join(folder, `${MANIFEST}.new`), JSON.stringify(manifest));
	await rename(join(folder, `${MANIFEST}.new`), join(folder, MANIFEST));
	for (const file of await readdir(folder)) {
		if (/\.bin(\.br)?$/.test(file) && !file.startsWith(name)) await rm(join(folder, file));
	}
	return manifest;
}

/** The manifest of a snapshot that is of these sources, or `null`. */
export async function presentSnapshot(root: string): Promise<SnapshotManifest | null> {
	const folder = join(root, SNAPSHOT_FOLDER);
	if (!(await exists(join(folder, MANIFEST)))) return null;
	const stamp = await readFile(join(folder, STAMP), "utf8").catch(() => null);
	if (stamp !== (await hashPaths(root, SOURCES, isSource))) return null;
	return snapshotManifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8")));
}

/** Takes a snapshot of other sources away, so that no server hands it out; the next question has a new one made. */
export async function removeStaleSnapshot(root: string): Promise<void> {
	const folder = join(root, SNAPSHOT_FOLDER);
	if ((await exists(join(folder, MANIFEST))) && (await presentSnapshot(root)) === null) {
		await rm(folder, { recursive: true });
	}
}

function compress(bytes: Uint8Array, quick: boolean): Promise<Buffer> {
	return promisify(brotliCompress)(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quick ? 4 : 11,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
		},
	});
}

/** "46.1 MB" */
export function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(2)} MB`;
}
