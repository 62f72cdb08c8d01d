import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LocalProcess } from "@/lib/sandbox/machines/local/server/spawn";
import { HostFolder, isFileCall } from "./folder";
import { type PortChange, receivePortReports } from "./port-reports";
import { openPreview, type Preview } from "./preview";
import { type PreviewScript, previewScripts } from "./preview-page";
import { makeNode, type ProgramPlaces, startProgram } from "./programs";
import type { HostCall, HostEvent } from "./wire";

export interface InstanceOptions {
	/** Name of the working directory; one is made up where there is none. */
	workdirName: string | null;
	/** Absolute working directory instead, for files that hold absolute paths; emptied at the end. */
	workdir: string | null;
	forwardPreviewErrors: boolean | "exceptions-only";
	/** Of every program, over everything that was asked for. */
	environment: Record<string, string>;
	onEvent(event: HostEvent): void;
}

/** One WebContainer of the host: a folder, its programs, its ports. */
export class HostInstance {
	readonly id = randomBytes(8).toString("hex");
	readonly #options: InstanceOptions;
	readonly #places: ProgramPlaces;
	readonly #node: string;
	readonly #folder: HostFolder;
	readonly #programs = new Map<number, LocalProcess>();
	readonly #previews = new Map<number, Promise<Preview>>();
	#reports: Server | null = null;
	#lastPortChange: Promise<unknown> = Promise.resolve();
	#lastProgram = 0;
	#script: PreviewScript | null = null;
	#end: Promise<void> | null = null;

	private constructor(options: InstanceOptions, places: ProgramPlaces, node: string, workdir: string) {
		this.#options = options;
		this.#places = places;
		this.#node = node;
		this.#folder = new HostFolder(workdir);
	}

	static async create(options: InstanceOptions): Promise<HostInstance> {
		// Short: the path of a socket may have about a hundred bytes.
		const instance = await realpath(await mkdtemp(path.join(tmpdir(), "wc-")));
		const places: ProgramPlaces = {
			instance,
			reports: path.join(instance, "ports"),
			home: path.join(instance, "home"),
			temporary: path.join(instance, "tmp"),
		};
		const workdir = options.workdir ?? path.join(places.home, options.workdirName ?? "project");
		for (const folder of [workdir, places.temporary]) await mkdir(folder, { recursive: true });
		const made = new HostInstance(options, places, await makeNode(places), await realpath(workdir));
		made.#reports = await receivePortReports(places.reports, (change) => made.#takePortChange(change));
		return made;
	}

	get workdir(): string {
		return this.#folder.root;
	}

	mount(bytes: Uint8Array, mountPoint: string | null): Promise<void> {
		return this.#folder.mount(bytes, mountPoint);
	}

	/** Does what the frame asks for; gives what goes back over the wire. */
	async do(call: HostCall): Promise<unknown> {
		if (isFileCall(call)) return this.#folder.do(call);
		switch (call.method) {
			case "run":
				return this.#run(call);
			case "input":
				// A terminal takes a return for the end of a line (webcontainer-core#1341).
				await this.#programs.get(call.process)?.write(call.text.replaceAll("\r", "\n"));
				return null;
			case "kill":
				// Not awaited: the API does not wait either.
				void this.#programs.get(call.process)?.kill();
				return null;
			case "setPreviewScript":
				this.#script = { source: call.source, attributes: call.attributes };
				return null;
			case "teardown":
				await this.end();
				return null;
		}
	}

	/** Ends every program, closes the previews, deletes the folder. May be called more than once. */
	end(): Promise<void> {
		this.#end ??= this.#doEnd();
		return this.#end;
	}

	/** Ends every program by force and without waiting; for the moment the host's own process ends. */
	killNow(): void {
		for (const program of this.#programs.values()) program.killNow();
	}

	async #doEnd(): Promise<void> {
		// No grace: a WebContainer's programs are workers, and those are stopped.
		for (const program of this.#programs.values()) program.killNow();
		await Promise.all([...this.#programs.values()].map((program) => program.exit));
		this.#reports?.close();
		await this.#lastPortChange;
		for (const preview of this.#previews.values()) (await preview).close();
		for (const folder of [this.#places.instance, this.workdir])
			await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}

	async #run(call: Extract<HostCall, { method: "run" }>): Promise<number> {
		const cwd = await this.#folder.placeOf(call.cwd ?? ".", "chdir", true);
		const program = await startProgram({
			node: this.#node,
			places: this.#places,
			instanceId: this.id,
			command: call.command,
			args: call.args,
			cwd,
			env: { ...call.env, ...this.#options.environment },
		});
		if (this.#end !== null) await program.kill();
		this.#lastProgram += 1;
		const process = this.#lastProgram;
		this.#programs.set(process, program);
		void this.#tellOutput(process, program.output);
		void program.exit.then((code) => {
			this.#programs.delete(process);
			this.#options.onEvent({ type: "exit", process, code });
		});
		return process;
	}

	/** As a terminal says it. The program's own chunks end between two characters already. */
	async #tellOutput(process: number, output: ReadableStream<string>): Promise<void> {
		for await (const text of output) {
			this.#options.onEvent({ type: "output", process, text: text.replaceAll("\n", "\r\n") });
		}
		this.#options.onEvent({ type: "output-end", process });
	}

	#takePortChange(change: PortChange): void {
		this.#lastPortChange = this.#lastPortChange.then(async () => {
			const { port, state } = change;
			const preview = await this.#previewOf(change);
			this.#options.onEvent({ type: "port", port, state, url: preview.url });
		});
	}

	/** A port keeps its address: a server that starts again is found where it was. */
	async #previewOf({ port, address }: PortChange): Promise<Preview> {
		let opened = this.#previews.get(port);
		if (opened === undefined) {
			opened = openPreview({
				port,
				address,
				scripts: () => previewScripts(this.#script, this.#options.forwardPreviewErrors),
				onMessage: (message) => this.#options.onEvent({ type: "preview-message", message }),
			});
			this.#previews.set(port, opened);
		}
		const preview = await opened;
		preview.address = address;
		return preview;
	}
}
