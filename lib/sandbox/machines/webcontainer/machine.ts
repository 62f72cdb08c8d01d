import { SandboxError } from "@/lib/sandbox/errors";
import { type FileManifest, type FileTree, hashText } from "@/lib/sandbox/files";
import type { Machine, MachineProcess, SpawnOptions } from "@/lib/sandbox/machine";
import type { Container } from "./api";
import {
	assertPath,
	assertRemovable,
	assertSize,
	assertWritable,
	codeOf,
	fileFailure,
	foldersOf,
	isAFolder,
	isMountable,
	mountTree,
} from "./file-plan";
import { PortBook } from "./ports";
import { superviseProgram } from "./process";

export interface ContainerMachineOptions {
	container: Container;
	/** For every program, under what `spawn` is given. */
	environment: Record<string, string>;
	/** Called once, after the WebContainer was told to end. */
	onEnd(): void;
}

/** A WebContainer of this page. Its own border is the WebContainer's; nothing of the computer is inside. */
export class ContainerMachine implements Machine {
	readonly kind = "webcontainer";
	readonly #container: Container;
	readonly #environment: Record<string, string>;
	readonly #onEnd: () => void;
	readonly #ports = new PortBook();
	readonly #hashes = new Map<string, string>();
	#lastChange: Promise<unknown> = Promise.resolve();
	#gone = false;
	#sayGone: () => void = () => {};
	/** Resolves with the machine's end. What was asked of a WebContainer before its end is never answered after it. */
	readonly #end = new Promise<void>((resolve) => {
		this.#sayGone = resolve;
	});

	constructor({ container, environment, onEnd }: ContainerMachineOptions) {
		this.#container = container;
		this.#environment = { NEXT_TELEMETRY_DISABLED: "1", HOME: container.workdir, ...environment };
		this.#onEnd = onEnd;
		container.on("port", (port, type, url) => {
			if (type === "open") this.#ports.opened(port, url);
			else this.#ports.closed(port);
		});
		container.on("server-ready", (port, url) => this.#ports.opened(port, url));
	}

	get manifest(): FileManifest {
		return Object.fromEntries(this.#hashes);
	}

	mount(tree: FileTree): Promise<void> {
		if (!isMountable(tree)) return this.write(tree);
		return this.#inTurn(async () => {
			assertWritable(this.manifest, tree);
			await this.#container.mount(mountTree(tree)).catch((cause: unknown) => {
				throw fileFailure(Object.keys(tree).join('", "'), cause);
			});
			for (const [file, text] of Object.entries(tree)) this.#hashes.set(file, hashText(text));
		});
	}

	write(changes: FileTree): Promise<void> {
		return this.#inTurn(async () => {
			assertWritable(this.manifest, changes);
			for (const [file, text] of Object.entries(changes)) {
				await this.#writeFile(file, text).catch((cause: unknown) => {
					throw fileFailure(file, cause);
				});
				this.#hashes.set(file, hashText(text));
			}
		});
	}

	remove(paths: string[]): Promise<void> {
		return this.#inTurn(async () => {
			assertRemovable(this.manifest, paths);
			for (const file of paths) {
				await this.#removeFile(file);
				this.#hashes.delete(file);
			}
		});
	}

	async read(file: string): Promise<string | null> {
		this.#assertLives();
		assertPath(file);
		let bytes: Uint8Array;
		try {
			bytes = await this.#untilGone(this.#container.fs.readFile(file));
		} catch (cause) {
			if (["ENOENT", "ENOTDIR", "EISDIR"].includes(codeOf(cause) ?? "")) return null;
			throw cause instanceof SandboxError ? cause : fileFailure(file, cause);
		}
		assertSize(file, bytes.byteLength);
		return new TextDecoder().decode(bytes);
	}

	async spawn(command: string, args: string[], options: SpawnOptions = {}): Promise<MachineProcess> {
		this.#assertLives();
		const { signal } = options;
		if (signal?.aborted) throw new SandboxError("cancelled", "The start was cancelled.");
		const env = { ...this.#environment, ...options.env };
		const program = await this.#untilGone(this.#container.spawn(command, args, { env })).catch(
			(cause: unknown) => {
				if (cause instanceof SandboxError) throw cause;
				const why = cause instanceof Error ? cause.message : String(cause);
				throw new SandboxError("start-failed", `"${command}" could not be started: ${why}`, { cause });
			},
		);
		const supervised = superviseProgram(program, { gone: this.#end, signal });
		if (signal?.aborted) await supervised.kill();
		return supervised;
	}

	/** @throws SandboxError `not-running` while nothing is known to listen on `port`: see {@link whenPort} */
	urlFor(port: number): string {
		this.#assertLives();
		return this.#ports.urlOf(port);
	}

	/** The origin of `port`, once something listens there. @throws SandboxError `cancelled` */
	whenPort(port: number, signal: AbortSignal): Promise<string> {
		this.#assertLives();
		return this.#untilGone(this.#ports.whenOpen(port, signal));
	}

	/** Puts a script into every HTML page of the app that is loaded from now on. */
	async setPreviewScript(source: string, options: { type?: "module" | "importmap" } = {}): Promise<void> {
		this.#assertLives();
		await this.#untilGone(this.#container.setPreviewScript(source, options));
	}

	async dispose(): Promise<void> {
		if (this.#gone) return;
		this.#gone = true;
		this.#hashes.clear();
		this.#sayGone();
		this.#container.teardown();
		this.#onEnd();
	}

	/** Known files are overwritten in place, so that a watcher never sees them missing. */
	async #writeFile(file: string, text: string): Promise<void> {
		const { fs } = this.#container;
		if (this.#hashes.has(file)) {
			try {
				return await fs.writeFile(file, text);
			} catch (error) {
				// A program may have taken the folder away.
				if (codeOf(error) !== "ENOENT") throw error;
			}
		}
		const [folder] = foldersOf(file);
		if (folder !== undefined) await fs.mkdir(folder, { recursive: true });
		// A link that a program has put there: the link is replaced, not what it points to.
		await fs.rm(file, { force: true });
		await fs.writeFile(file, text);
	}

	/** Takes the folders that became empty along: otherwise `app/about` could never become a file. */
	async #removeFile(file: string): Promise<void> {
		const { fs } = this.#container;
		try {
			await fs.rm(file, { force: true });
		} catch (cause) {
			const code = codeOf(cause);
			if (code === "ENOTDIR" || code === "ENOENT") return;
			throw code === "EISDIR" ? isAFolder(file, cause) : fileFailure(file, cause);
		}
		for (const folder of foldersOf(file)) {
			const isEmpty = await fs.readdir(folder).then(
				(names) => names.length === 0,
				() => false,
			);
			if (!isEmpty) return;
			await fs.rm(folder, { recursive: true, force: true });
		}
	}

	/** One change after the other, so that the manifest says what the WebContainer holds. */
	#inTurn(change: () => Promise<void>): Promise<void> {
		const turn = this.#lastChange.then(() => {
			this.#assertLives();
			return this.#untilGone(change());
		});
		this.#lastChange = turn.catch(() => {});
		return turn;
	}

	#untilGone<T>(work: Promise<T>): Promise<T> {
		const end = this.#end.then((): never => {
			throw machineGone();
		});
		return Promise.race([work, end]);
	}

	#assertLives(): void {
		if (this.#gone) throw machineGone();
	}
}

function machineGone(): SandboxError {
	return new SandboxError(
		"machine-gone",
		"This sandbox was stopped. Your code is kept in the browser; start the sandbox again to go on.",
	);
}
