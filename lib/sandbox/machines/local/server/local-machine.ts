import { randomBytes } from "node:crypto";
import { mkdir, realpath, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { SandboxError } from "@/lib/sandbox/errors";
import { type FileManifest, type FileTree, hashText, MAX_FILE_BYTES } from "@/lib/sandbox/files";
import type { Machine, SpawnOptions } from "@/lib/sandbox/machine";
import { machineEnvironment } from "./environment";
import { inFolder, openInside } from "./held";
import { bwrapArguments, type IsolationSystem, isolationEnvironment } from "./isolation";
import { assertContained, placeOf } from "./paths";
import { Relay } from "./relay";
import { type LocalProcess, startProcess } from "./spawn";

export interface LocalMachineOptions {
	id: string;
	/** The app's folder; made when it is missing, deleted by `dispose`. */
	root: string;
	/**
	 * Where files are written before they are moved into place: on the same disk, outside of `root`, so that no watcher
	 * ever sees half a file or a temporary one. Deleted by `dispose`.
	 */
	scratch: string;
	/** For every program, besides what {@link machineEnvironment} gives. */
	env?: Record<string, string>;
	/** Shuts its programs in, see {@link bwrapArguments}. */
	isolation?: MachineIsolation | null;
}

export interface MachineIsolation {
	system: IsolationSystem;
	/** A folder for what the machine has besides the app's: made here, deleted by `dispose`. Its path is short. */
	folder: string;
}

/** How one machine shuts its programs in. */
interface Enclosure {
	relay: Relay;
	/** What stands before a command. */
	before: [bwrap: string, ...args: string[]];
	folder: string;
}

/**
 * A folder on this computer and the programs that run in it. Without isolation no security boundary: they run as the
 * person does.
 */
export class LocalMachine implements Machine {
	readonly kind = "local";
	readonly id: string;
	readonly root: string;
	readonly #scratch: string;
	readonly #env: Record<string, string>;
	readonly #enclosure: Enclosure | null;
	readonly #hashes = new Map<string, string>();
	readonly #processes = new Set<LocalProcess>();
	/** Changes are made one after the other, so that the manifest says what is on the disk. */
	#lastChange: Promise<unknown> = Promise.resolve();
	#disposal: Promise<void> | null = null;

	private constructor(options: LocalMachineOptions, enclosure: Enclosure | null) {
		this.id = options.id;
		this.root = options.root;
		this.#scratch = options.scratch;
		this.#enclosure = enclosure;
		this.#env = { ...options.env, ...(enclosure && isolationEnvironment(enclosure.relay.ports)) };
	}

	static async create(options: LocalMachineOptions): Promise<LocalMachine> {
		await mkdir(options.root, { recursive: true });
		await mkdir(options.scratch, { recursive: true });
		// A program sees its folder without links, and so must everything that compares paths with it.
		const root = await realpath(options.root);
		const enclosure = options.isolation ? await enclose(options.isolation, root) : null;
		return new LocalMachine({ ...options, root }, enclosure);
	}

	/** The ports of this computer by which its app is reached, where nothing else of it can be; `null`: any. */
	get ports(): readonly number[] | null {
		return this.#enclosure?.relay.ports ?? null;
	}

	get manifest(): FileManifest {
		return Object.fromEntries(this.#hashes);
	}

	mount(tree: FileTree): Promise<void> {
		return this.write(tree);
	}

	write(changes: FileTree): Promise<void> {
		return this.apply({ write: changes, remove: [] });
	}

	remove(paths: string[]): Promise<void> {
		return this.apply({ write: {}, remove: paths });
	}

	/** Removes, then writes: a file may become a folder. Nothing is changed when any path or size is refused. */
	apply(changes: { write: FileTree; remove: string[] }): Promise<void> {
		return this.#inTurn(async () => {
			const removals = changes.remove.map((file) => ({ file, place: placeOf(this.root, file) }));
			const writes = Object.entries(changes.write).map(([file, text]) => {
				assertSize(file, Buffer.byteLength(text));
				return { file, text, place: placeOf(this.root, file) };
			});
			for (const { place } of [...removals, ...writes]) await assertContained(this.root, place, false);
			for (const { file, place } of removals) {
				await this.#removeFile(place);
				this.#hashes.delete(file);
			}
			for (const { file, text, place } of writes) {
				await this.#writeFile(file, place, text);
				this.#hashes.set(file, hashText(text));
			}
		});
	}

	async read(file: string): Promise<string | null> {
		this.#assertLives();
		const place = placeOf(this.root, file);
		await assertContained(this.root, place, true);
		try {
			const handle = await openInside(this.root, place);
			try {
				const stats = await handle.stat();
				// A folder is no file; a pipe or device could block for ever.
				if (!stats.isFile()) return null;
				assertSize(file, stats.size);
				return await handle.readFile("utf8");
			} finally {
				await handle.close();
			}
		} catch (error) {
			if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
			throw error;
		}
	}

	/** As the contract says; `node` is the Node that runs the playground. */
	async spawn(command: string, args: string[], options: SpawnOptions = {}): Promise<LocalProcess> {
		this.#assertLives();
		const run = randomBytes(8).toString("hex");
		const program = await startProcess({
			...this.#enclosed(command === "node" ? process.execPath : command, args),
			cwd: this.root,
			env: machineEnvironment(
				process.env,
				this.root,
				{ machine: this.id, run },
				{
					...this.#env,
					...options.env,
				},
			),
			run,
			signal: options.signal,
		});
		this.#processes.add(program);
		void program.exit.then(() => this.#processes.delete(program));
		if (this.#disposal !== null) await program.kill();
		return program;
	}

	urlFor(port: number): string {
		return `http://localhost:${port}`;
	}

	dispose(): Promise<void> {
		this.#disposal ??= this.#end();
		return this.#disposal;
	}

	/** Ends every program by force and without waiting; for the moment the playground's own process ends. */
	killNow(): void {
		for (const program of this.#processes) program.killNow();
	}

	async #end(): Promise<void> {
		await Promise.all([...this.#processes].map((program) => program.kill()));
		await this.#lastChange;
		this.#enclosure?.relay.close();
		for (const folder of [this.root, this.#scratch, ...(this.#enclosure ? [this.#enclosure.folder] : [])])
			await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
		this.#hashes.clear();
	}

	#inTurn(change: () => Promise<void>): Promise<void> {
		const turn = this.#lastChange.then(() => {
			this.#assertLives();
			return change();
		});
		this.#lastChange = turn.catch(() => {});
		return turn;
	}

	#enclosed(command: string, args: string[]): { command: string; args: string[] } {
		if (this.#enclosure === null) return { command, args };
		const [bwrap, ...before] = this.#enclosure.before;
		return { command: bwrap, args: [...before, command, ...args] };
	}

	#assertLives(): void {
		if (this.#disposal !== null)
			throw new SandboxError(
				"machine-gone",
				"This sandbox was stopped. Your code is kept in the browser; start the sandbox again to go on.",
			);
	}

	async #writeFile(file: string, place: string, text: string): Promise<void> {
		const temporary = path.join(this.#scratch, randomBytes(8).toString("hex"));
		try {
			await writeFile(temporary, text);
			await inFolder(this.root, this.#foldersOf(place), true, (folder) =>
				rename(temporary, `${folder}/${path.basename(place)}`),
			);
		} catch (cause) {
			await rm(temporary, { force: true });
			if (hasCode(cause, "EEXIST", "ENOTDIR", "EISDIR", "ENOTEMPTY"))
				throw new SandboxError(
					"bad-path",
					`"${file}" cannot be written, because a file and a folder would have the same name. Rename one of them.`,
					{ cause },
				);
			throw cause;
		}
	}

	#foldersOf(place: string): string[] {
		return path
			.relative(this.root, path.dirname(place))
			.split(path.sep)
			.filter((name) => name !== "");
	}

	/** Takes the folders that became empty along: otherwise `app/about` could never become a file. */
	async #removeFile(place: string): Promise<void> {
		try {
			await inFolder(this.root, this.#foldersOf(place), false, (folder) =>
				rm(`${folder}/${path.basename(place)}`),
			);
		} catch (cause) {
			if (hasCode(cause, "ENOENT", "ENOTDIR")) return;
			if (hasCode(cause, "ERR_FS_EISDIR", "EISDIR"))
				throw new SandboxError(
					"bad-path",
					`"${path.relative(this.root, place)}" is a folder; only files can be removed.`,
					{ cause },
				);
			throw cause;
		}
		for (let folder = path.dirname(place); folder !== this.root; folder = path.dirname(folder)) {
			const removed = await rmdir(folder).then(
				() => true,
				() => false,
			);
			if (!removed) return;
		}
	}
}

/** Leaves nothing open behind when it fails; its folder is deleted with the machine's other ones. */
async function enclose({ system, folder }: MachineIsolation, app: string): Promise<Enclosure> {
	const temporary = path.join(folder, "tmp");
	const socket = path.join(folder, "relay.sock");
	// Not `recursive`: somebody else's folder of that name is not used.
	await mkdir(folder, { mode: 0o700 });
	await mkdir(temporary);
	const relay = await Relay.open(socket);
	const args = bwrapArguments(system, { app, temporary, relay: socket });
	return { relay, before: [system.bwrap, ...args], folder };
}

function assertSize(file: string, bytes: number): void {
	if (bytes <= MAX_FILE_BYTES) return;
	throw new SandboxError(
		"file-too-large",
		`"${file}" has ${bytes} bytes; a sandbox file may have ${MAX_FILE_BYTES}. Nothing was changed: make the text shorter.`,
	);
}

function hasCode(error: unknown, ...codes: string[]): boolean {
	return codes.includes((error as NodeJS.ErrnoException).code ?? "");
}
