/**
 * The tree of a binary snapshot, as `@webcontainer/snapshot` 0.1.0 makes it: MessagePack of `{d: {name: {f: {c: bytes}}}}`.
 */
export function encodeSnapshot(files: Record<string, string | Uint8Array>): Uint8Array {
	const root: Folder = new Map();
	for (const [file, content] of Object.entries(files)) {
		const segments = file.split("/");
		const name = segments.pop()!;
		let folder = root;
		for (const segment of segments) {
			const known = folder.get(segment);
			const inner: Folder = known instanceof Map ? known : new Map();
			folder.set(segment, inner);
			folder = inner;
		}
		folder.set(name, Buffer.from(content));
	}
	return new Uint8Array(encodeFolder(root));
}

type Folder = Map<string, Folder | Buffer>;

function encodeFolder(folder: Folder): Buffer {
	const entries = [...folder].map(([name, node]) => {
		const value = node instanceof Map ? encodeFolder(node) : map("f", map("c", withLength(0xc6, node)));
		return Buffer.concat([text(name), value]);
	});
	const size = Buffer.alloc(5);
	size.writeUInt8(0xdf);
	size.writeUInt32BE(entries.length, 1);
	return map("d", Buffer.concat([size, ...entries]));
}

/** A map with one key; its first byte is how the API knows a snapshot. */
function map(key: string, value: Buffer): Buffer {
	return Buffer.concat([Buffer.from([0x81]), text(key), value]);
}

function text(value: string): Buffer {
	return withLength(0xdb, Buffer.from(value));
}

function withLength(head: number, bytes: Buffer): Buffer {
	const start = Buffer.alloc(5);
	start.writeUInt8(head);
	start.writeUInt32BE(bytes.byteLength, 1);
	return Buffer.concat([start, bytes]);
}
