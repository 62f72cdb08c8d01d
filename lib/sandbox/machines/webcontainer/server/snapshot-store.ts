import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { SNAPSHOT_FOLDER, type SnapshotManifest, snapshotManifestSchema } from "../manifest";

const FILE = /^[0-9a-f]{16}\.bin$/;

/** The manifest of the snapshot that is there, or `null`. @param root the product's folder */
export async function readManifest(root: string = process.cwd()): Promise<SnapshotManifest | null> {
	const file = path.join(/* turbopackIgnore: true */ root, SNAPSHOT_FOLDER, "manifest.json");
	const text = await readFile(file, "utf8").catch(() => null);
	return text === null ? null : snapshotManifestSchema.parse(JSON.parse(text));
}

/**
 * A snapshot as a response: for ever the same under its name, and compressed where the client takes it. 404 for any other
 * name.
 * @param acceptEncoding the request's header
 */
export async function snapshotResponse(
	name: string,
	acceptEncoding: string | null,
	root: string = process.cwd(),
): Promise<Response> {
	const file = path.join(/* turbopackIgnore: true */ root, SNAPSHOT_FOLDER, name);
	const compressed = takesBrotli(acceptEncoding) ? await sizeOf(`${file}.br`) : null;
	const size = FILE.test(name) ? (compressed ?? (await sizeOf(file))) : null;
	if (size === null) return new Response("There is no such snapshot.", { status: 404 });
	const bytes = createReadStream(compressed === null ? file : `${file}.br`);
	return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
		headers: {
			"Content-Type": "application/octet-stream",
			"Content-Length": String(size),
			"Cache-Control": "public, max-age=31536000, immutable",
			Vary: "Accept-Encoding",
			...(compressed === null ? {} : { "Content-Encoding": "br" }),
		},
	});
}

function takesBrotli(header: string | null): boolean {
	return (header ?? "").split(",").some((part) => {
		const [name, ...parameters] = part.split(";").map((word) => word.trim().toLowerCase());
		return name === "br" && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
	});
}

async function sizeOf(file: string): Promise<number | null> {
	return stat(file).then(
		(found) => found.size,
		() => null,
	);
}
