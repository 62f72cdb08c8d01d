/*
 * The frame that `@webcontainer/api` puts into the page: answers the API's calls with what the host's server says.
 */
import { Comlink } from "./comlink";
import { connectServer, type ServerConnection } from "./headless-server";
import type { HostCall, HostEvent } from "./wire";

interface BuildOptions {
	workdirName?: string;
	forwardPreviewErrors?: boolean | "exceptions-only";
}

interface RunOptions {
	command: string;
	args: string[];
	cwd?: string;
	env?: Record<string, string | number | boolean>;
}

type Output = (bytes: Uint8Array | null) => unknown;
type Listener = (...args: unknown[]) => unknown;

const encoder = new TextEncoder();

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function encodeBase64(bytes: Uint8Array): string {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}

function makeFileSystem(server: ServerConnection) {
	return Comlink.proxy({
		async readFile(path: string, encoding?: string | null) {
			const bytes = decodeBase64((await server.call({ method: "readFile", path })) as string);
			if (encoding) return new TextDecoder(encoding).decode(bytes);
			return Comlink.transfer(bytes, [bytes.buffer]);
		},
		async writeFile(path: string, data: string | Uint8Array) {
			const call: HostCall =
				typeof data === "string"
					? { method: "writeFile", path, data, encoding: "utf8" }
					: { method: "writeFile", path, data: encodeBase64(data), encoding: "base64" };
			await server.call(call);
		},
		async readdir(path: string, options?: { withFileTypes?: boolean } | null) {
			const entries = (await server.call({ method: "readdir", path })) as { name: string; type: number }[];
			if (!options?.withFileTypes) return entries.map(({ name }) => name);
			return entries.map(({ name, type }) => ({ name, "Symbol(type)": type }));
		},
		async mkdir(path: string, options?: { recursive?: boolean }) {
			await server.call({ method: "mkdir", path, recursive: options?.recursive ?? false });
		},
		async rm(path: string, options?: { force?: boolean; recursive?: boolean }) {
			const { force = false, recursive = false } = options ?? {};
			await server.call({ method: "rm", path, force, recursive });
		},
		async rename(from: string, to: string) {
			await server.call({ method: "rename", from, to });
		},
		watch() {
			throw new Error("The test host does not watch files.");
		},
	});
}

async function build(options: BuildOptions) {
	const programs = new Map<number, { output: Output | undefined; exited(code: number): void }>();
	const listeners = new Map<string, Set<Listener>>();
	const tell = (event: string, ...args: unknown[]) => {
		for (const listener of listeners.get(event) ?? []) listener(...args);
	};
	// A program is known here once its start has been answered, and its first words may be faster.
	const early: HostEvent[] = [];

	function take(event: HostEvent): void {
		switch (event.type) {
			case "port":
				tell("port", event.port, event.state, event.url);
				if (event.state === "open") tell("server-ready", event.port, event.url);
				return;
			case "preview-message":
				tell("preview-message", event.message);
				return;
			case "built":
				return;
		}
		const program = programs.get(event.process);
		if (program === undefined) {
			early.push(event);
			return;
		}
		if (event.type === "output") void program.output?.(encoder.encode(event.text));
		else if (event.type === "output-end") void program.output?.(null);
		else program.exited(event.code);
	}

	const server = await connectServer(
		{
			workdirName: options.workdirName ?? null,
			forwardPreviewErrors: options.forwardPreviewErrors ?? false,
		},
		take,
	);

	return Comlink.proxy({
		fs: () => makeFileSystem(server),
		previewScript: () => undefined,
		runtimeInfo: () => ({ path: server.path, cwd: server.cwd }),
		loadFiles: (bytes: Uint8Array, { mountPoints }: { mountPoints?: string }) =>
			server.mount(bytes, mountPoints ?? null),
		async run(request: RunOptions, _stdout: undefined, _stderr: undefined, output: Output | undefined) {
			const { command, args, cwd = null, env = {} } = request;
			const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]));
			const started = await server.call({ method: "run", command, args, cwd, env: variables });
			const process = started as number;
			const onExit = new Promise<number>((exited) => programs.set(process, { output, exited }));
			for (const event of early.splice(0)) take(event);
			return Comlink.proxy({
				onExit,
				write: (text: string) => server.call({ method: "input", process, text }),
				kill: () => server.call({ method: "kill", process }),
				resize: () => undefined,
			});
		},
		serialize() {
			throw new Error("The test host exports no files.");
		},
		on(event: string, listener: Listener) {
			const known = listeners.get(event) ?? new Set();
			listeners.set(event, known.add(listener));
			return Comlink.proxy(() => void known.delete(listener));
		},
		setPreviewScript: (source: string, attributes: Record<string, string | boolean> = {}) =>
			server.call({
				method: "setPreviewScript",
				source,
				attributes: JSON.parse(JSON.stringify(attributes)),
			}),
		async teardown() {
			await server.call({ method: "teardown" });
			server.close();
		},
	});
}

const { port1, port2 } = new MessageChannel();
Comlink.expose({ build }, port1);
const parentOrigin = document.documentElement.dataset.parent;
if (parentOrigin === undefined) throw new Error("Whose frame is this?");
parent.postMessage({ type: "init" }, parentOrigin, [port2]);
