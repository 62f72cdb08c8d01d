import { mkdir, realpath } from "node:fs/promises";
import type { BaseApp } from "@/lib/lessons/types";
import { SandboxError } from "@/lib/sandbox/errors";
import type { OpenedMachine } from "../wire";
import type { GuestDoorOptions } from "./guest-door";
import { HostedMachine } from "./hosted-machine";
import type { IsolationSystem } from "./isolation";
import { idleMachines, type MachineUse, planRoom } from "./limits";
import { cleanStale } from "./records";
import { warmUp } from "./warm-up";

export interface MachineHostOptions {
	/** Holds one folder for each machine. */
	folder: string;
	readBase: () => Promise<BaseApp>;
	/** Counts the spare one. */
	maxMachines: number;
	/** Milliseconds without a request or a stream after which a machine is stopped. */
	idleMs: number;
	/** Milliseconds for which a machine without a stream is never taken for another page. */
	graceMs: number;
	/** Where people at other computers of the network may have machines: how many, beyond `maxMachines`. */
	guests?: (Omit<GuestDoorOptions, "log" | "ports"> & { max: number }) | null;
	/** What machines are shut in with; `null`: their programs run as the person does. */
	isolation?: IsolationSystem | null;
	/** Whether to keep one warm machine ready. */
	spare: boolean;
	now?: () => number;
	/** For the person who runs the playground: one sentence. */
	log?: (message: string) => void;
}

/** All local machines of one playground: how many, for whom, and when they end. */
export class MachineHost {
	readonly #options: Required<MachineHostOptions>;
	/** What can be used. */
	readonly #machines = new Map<string, HostedMachine>();
	/** What exists: also the machines that are just being ended. */
	readonly #existing = new Set<HostedMachine>();
	/** Machines that are being made, so that two requests cannot share the last place. */
	#making = 0;
	#spare: Promise<HostedMachine | null> | null = null;
	#warming: Promise<void> = Promise.resolve();
	#folder: Promise<string> | null = null;
	#lastClaim: Promise<unknown> = Promise.resolve();
	#stopped = false;

	constructor(options: MachineHostOptions) {
		this.#options = { now: Date.now, log: () => {}, guests: null, isolation: null, ...options };
	}

	/** Cleans up after playgrounds that are gone, then makes the spare machine in the background. */
	async start(): Promise<void> {
		await this.#ready();
		this.#makeSpare();
	}

	/**
	 * A machine for one page: the warm spare where there is one.
	 * @param guest the address of a computer in the network, where the page is there
	 * @throws SandboxError `too-many-machines`, `start-failed`
	 */
	claim(guest: string | null = null): Promise<OpenedMachine> {
		const turn = this.#lastClaim.then(() => this.#claim(guest));
		this.#lastClaim = turn.catch(() => {});
		return turn;
	}

	/**
	 * The machine of that id; counts as a use of it.
	 * @throws SandboxError `machine-gone`
	 */
	get(id: string): HostedMachine {
		const hosted = this.#machines.get(id);
		if (!hosted || hosted.spare)
			throw new SandboxError(
				"machine-gone",
				"This sandbox was stopped: it was idle for too long, or the playground was restarted. Your code is kept in the browser; a new sandbox can be started.",
			);
		hosted.touch();
		return hosted;
	}

	/** Ends a machine; one that is gone already is no error. */
	async remove(id: string): Promise<void> {
		const hosted = this.#machines.get(id);
		if (!hosted || hosted.spare) return;
		await this.#end(hosted);
		this.#makeSpare();
	}

	/** Stops what nobody uses any more; called now and then. */
	async sweep(): Promise<void> {
		const { now, idleMs } = this.#options;
		const idle = idleMachines(this.uses(), now(), idleMs);
		await Promise.all(idle.map((id) => this.#end(this.#machines.get(id)!)));
		this.#makeSpare();
	}

	uses(): MachineUse[] {
		return [...this.#machines.values()].map((hosted) => hosted.use);
	}

	/** Resolves once the spare machine, if any, is there and warm (or could not be warmed). */
	async settled(): Promise<void> {
		await this.#spare;
		await this.#warming;
	}

	/** Ends everything; nothing can be claimed afterwards. */
	async stop(): Promise<void> {
		this.#stopped = true;
		await this.#lastClaim;
		await this.#spare;
		await Promise.all([...this.#machines.values()].map((hosted) => this.#end(hosted)));
		await this.#warming;
	}

	/** Ends every program by force and without waiting: the playground's process is ending. */
	killNow(): void {
		this.#stopped = true;
		for (const hosted of this.#existing) hosted.killNow();
	}

	/** Deletes every folder without waiting, after {@link killNow}. */
	deleteNow(): void {
		for (const hosted of this.#existing) hosted.deleteNow();
	}

	async #claim(guest: string | null): Promise<OpenedMachine> {
		if (this.#stopped) throw stopping();
		await this.#ready();
		if (guest !== null) await this.#makeRoomForGuest();
		const base = await this.#options.readBase();
		const hosted = (await this.#takeSpare(base)) ?? (await this.#makeClaimed(base));
		hosted.spare = false;
		if (guest !== null) hosted.letIn(guest);
		hosted.touch();
		this.#makeSpare();
		return { id: hosted.id, manifest: hosted.machine.manifest, baseHash: hosted.baseHash };
	}

	/** @throws SandboxError `unsupported`, `too-many-machines` */
	async #makeRoomForGuest(): Promise<void> {
		const { guests, graceMs, now } = this.#options;
		if (guests === null || guests.max === 0) throw noGuests();
		const uses = this.uses().filter((use) => use.guest);
		const room = planRoom(uses, guests.max, now(), graceMs);
		if (room.kind === "reclaim") await this.#end(this.#machines.get(room.id)!);
		if (room.kind !== "full") return;
		throw new SandboxError(
			"too-many-machines",
			`All ${guests.max} places for apps on the instructor’s computer are taken. Try again when somebody has closed a lesson, or start the playground on your own computer. Your code is kept in this browser.`,
			{ retryable: true },
		);
	}

	async #takeSpare(base: BaseApp): Promise<HostedMachine | null> {
		const spare = this.#spare;
		this.#spare = null;
		const hosted = await spare;
		if (!hosted) return null;
		if (hosted.baseHash === base.hash) return hosted;
		// The base app was edited since: a developer works on the playground itself.
		await this.#end(hosted);
		return null;
	}

	async #makeClaimed(base: BaseApp): Promise<HostedMachine> {
		const { graceMs, now } = this.#options;
		const maxMachines = this.#most;
		for (;;) {
			const room = planRoom(this.uses(), maxMachines - this.#making, now(), graceMs);
			if (room.kind === "free") return this.#make(base, false);
			if (room.kind === "full") {
				throw new SandboxError(
					"too-many-machines",
					`All ${maxMachines} sandboxes of this computer are in use. Close another lesson's tab and try again, or start the playground with a higher PLAYGROUND_MAX_MACHINES.`,
					{ retryable: true },
				);
			}
			await this.#end(this.#machines.get(room.id)!);
		}
	}

	#makeSpare(): void {
		const full = this.#machines.size + this.#making >= this.#most;
		if (!this.#options.spare || this.#stopped || this.#spare !== null || full) return;
		const spare: Promise<HostedMachine | null> = this.#spareMachine().catch((error: Error) => {
			this.#options.log(`No sandbox is kept ready: ${error.message}`);
			// The next claim tries again, and tells the person there.
			if (this.#spare === spare) this.#spare = null;
			return null;
		});
		this.#spare = spare;
	}

	/** Resolves as soon as the machine can be claimed; warming goes on behind it. */
	async #spareMachine(): Promise<HostedMachine> {
		const hosted = await this.#make(null, true);
		try {
			await hosted.feed.start();
		} catch (error) {
			await this.#end(hosted);
			throw error;
		}
		this.#warming = warmUp(hosted.feed).then((failure) => {
			if (failure !== null && hosted.spare && this.#machines.has(hosted.id))
				this.#options.log(`The sandbox that is kept ready could not be warmed up: ${failure}`);
		});
		return hosted;
	}

	async #make(given: BaseApp | null, spare: boolean): Promise<HostedMachine> {
		this.#making += 1;
		try {
			const folder = await this.#ready();
			const base = given ?? (await this.#options.readBase());
			const id = HostedMachine.newId();
			const hosted = await HostedMachine.create({
				id,
				folder,
				base,
				spare,
				now: this.#options.now,
				isolation: this.#options.isolation,
				guests: this.#options.guests && { ...this.#options.guests, log: this.#options.log },
			});
			this.#machines.set(id, hosted);
			this.#existing.add(hosted);
			if (!this.#stopped) return hosted;
			await this.#end(hosted);
			throw stopping();
		} finally {
			this.#making -= 1;
		}
	}

	/** Guests take nothing from the people at this computer. */
	get #most(): number {
		return this.#options.maxMachines + (this.#options.guests?.max ?? 0);
	}

	async #end(hosted: HostedMachine): Promise<void> {
		// Forgotten first: nobody may attach to a machine that is on its way out.
		this.#machines.delete(hosted.id);
		await hosted.dispose();
		this.#existing.delete(hosted);
	}

	#ready(): Promise<string> {
		this.#folder ??= (async () => {
			await mkdir(this.#options.folder, { recursive: true });
			const folder = await realpath(this.#options.folder);
			await cleanStale(folder);
			return folder;
		})();
		return this.#folder;
	}
}

function noGuests(): SandboxError {
	return new SandboxError(
		"unsupported",
		"Sandboxes run only for the computer that the playground runs on. Start the playground on your own computer.",
	);
}

function stopping(): SandboxError {
	return new SandboxError("unsupported", "The playground is stopping, so no sandbox can be started.");
}
