import type { FileSystemTree } from "@webcontainer/api";
import { vi } from "vitest";
import type { Container } from "./api";
import type { Surroundings } from "./diagnosis";
import { ContainerPage, type PageParts } from "./page";

type Listener = (...args: never[]) => void;

/** A WebContainer of a few lines: files in a map, programs that do nothing. */
export function makeContainer() {
	const files = new Map<string, string>();
	const listeners = new Map<string, Listener[]>();
	const calls: string[] = [];
	const lay = (tree: FileSystemTree, prefix = "") => {
		for (const [name, node] of Object.entries(tree)) {
			if ("directory" in node) lay(node.directory, `${prefix}${name}/`);
			else if ("contents" in node.file) files.set(`${prefix}${name}`, String(node.file.contents));
		}
	};
	const missing = (path: string) => new Error(`ENOENT: no such file or directory, open '${path}'`);
	const fs = {
		async readFile(path: string) {
			const text = files.get(path);
			if (text === undefined) throw missing(path);
			return new TextEncoder().encode(text);
		},
		async writeFile(path: string, text: string) {
			calls.push(`write ${path}`);
			files.set(path, text);
		},
		async readdir(path: string) {
			return [...files.keys()].filter((file) => file.startsWith(`${path}/`));
		},
		async mkdir(path: string) {
			calls.push(`mkdir ${path}`);
		},
		async rm(path: string) {
			calls.push(`rm ${path}`);
			files.delete(path);
		},
	};
	const container = {
		workdir: "/home/project",
		fs,
		mount: vi.fn(async (tree: FileSystemTree | Uint8Array) => {
			calls.push("mount");
			if (!(tree instanceof Uint8Array)) lay(tree);
		}),
		on: vi.fn((event: string, listener: Listener) => {
			listeners.set(event, [...(listeners.get(event) ?? []), listener]);
			return () => {};
		}),
		setPreviewScript: vi.fn(async () => {}),
		spawn: vi.fn(async () => ({
			exit: new Promise<number>(() => {}),
			input: new WritableStream<string>(),
			output: new ReadableStream<string>(),
			kill: vi.fn(),
		})),
		teardown: vi.fn(),
	};
	return {
		container: container as unknown as Container,
		mocks: container,
		files,
		calls,
		emit: (event: string, ...args: unknown[]) => {
			for (const listener of listeners.get(event) ?? []) (listener as (...given: unknown[]) => void)(...args);
		},
	};
}

export const SOUND: Surroundings = {
	secureContext: true,
	crossOriginIsolated: true,
	sharedArrayBuffer: true,
	webAssembly: true,
	serviceWorker: async () => "usable",
	tabDied: () => false,
	reserveMemory: () => true,
	hostOrigin: "https://host.example",
	reachHost: async () => {},
	hostSpoke: true,
	otherTabs: async () => 0,
};

/** A page whose boots end as `boot` says. */
export function makePage(boot: () => Promise<Container>, parts: Partial<PageParts> = {}) {
	const api = { boot: vi.fn(boot), configureAPIKey: vi.fn() };
	const withdraw = vi.fn();
	const all = {
		loadApi: async () => api,
		surroundings: SOUND,
		reloadHost: vi.fn(),
		announce: vi.fn(() => withdraw),
		...parts,
	};
	return { page: new ContainerPage(all), api, withdraw, reloadHost: all.reloadHost };
}
