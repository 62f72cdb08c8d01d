import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { BaseApp } from "@/lib/lessons/types";
import type { AgentEvent } from "../wire";
import { AgentFeed } from "./agent-feed";
import { GuestDoor, type GuestDoorOptions } from "./guest-door";
import type { IsolationSystem } from "./isolation";
import type { MachineUse } from "./limits";
import { LocalMachine } from "./local-machine";
import { processIdentity } from "./processes";
import { deleteRecord, type MachineRecord, machinePlaces, writeRecord } from "./records";

/** A machine as the host keeps it: the folder, its agent, who uses it, and the record that survives a crash. */
export class HostedMachine {
	readonly id: string;
	readonly baseHash: string;
	readonly machine: LocalMachine;
	readonly feed: AgentFeed;
	spare: boolean;
	guest = false;
	/** Where guests may have machines. */
	readonly #door: GuestDoor | null;
	#streams = 0;
	#lastUsed: number;
	#recorded: Promise<void> = Promise.resolve();
	readonly #folder: string;
	readonly #now: () => number;

	private constructor(
		machine: LocalMachine,
		options: {
			folder: string;
			baseHash: string;
			spare: boolean;
			now: () => number;
			guests: GuestDoorOptions | null;
		},
	) {
		this.machine = machine;
		this.id = machine.id;
		this.baseHash = options.baseHash;
		this.spare = options.spare;
		this.feed = new AgentFeed(machine);
		this.#folder = options.folder;
		this.#now = options.now;
		this.#lastUsed = options.now();
		this.#door = options.guests && new GuestDoor({ ...options.guests, ports: machine.ports });
		if (this.#door) this.feed.onLine = this.#door.follow;
		this.feed.onStart = (pid) => {
			this.#recorded = this.#recorded.then(() => this.#record(pid));
		};
	}

	static newId(): string {
		return `m-${randomBytes(8).toString("hex")}`;
	}

	/** Makes the folder and mounts the base app; starts nothing. Leaves nothing behind when it fails. */
	static async create(options: {
		id: string;
		folder: string;
		base: BaseApp;
		spare: boolean;
		now: () => number;
		/** Where people at other computers may have machines, see {@link GuestDoor}. */
		guests: GuestDoorOptions | null;
		isolation: IsolationSystem | null;
	}): Promise<HostedMachine> {
		const { id, folder, base, guests, isolation } = options;
		const places = machinePlaces(folder, id);
		let machine: LocalMachine | null = null;
		try {
			await writeRecord(folder, id, { owner: ownerRecord(), group: null });
			machine = await LocalMachine.create({
				id,
				root: places.app,
				scratch: places.scratch,
				isolation: isolation && { system: isolation, folder: places.enclosure },
				...(guests && { env: { SANDBOX_PREVIEW_HOSTS: guests.names.join(",") } }),
			});
			await machine.mount(base.files);
			return new HostedMachine(machine, { ...options, baseHash: base.hash });
		} catch (error) {
			await machine?.dispose();
			for (const place of [places.app, places.scratch, places.enclosure])
				await rm(place, { recursive: true, force: true });
			await deleteRecord(folder, id);
			throw error;
		}
	}

	get use(): MachineUse {
		return {
			id: this.id,
			spare: this.spare,
			guest: this.guest,
			streams: this.#streams,
			lastUsed: this.#lastUsed,
		};
	}

	touch(): void {
		this.#lastUsed = this.#now();
	}

	/** Somebody at that address of the network has this machine, and may see its app. */
	letIn(address: string): void {
		this.guest = true;
		this.#door?.letIn(address);
	}

	/** {@link AgentFeed.follow}, counted as a page that uses the machine until it ends. */
	async *follow(after: number, signal: AbortSignal): AsyncGenerator<AgentEvent[]> {
		this.#streams += 1;
		try {
			yield* this.feed.follow(after, signal);
		} finally {
			this.#streams -= 1;
			this.touch();
		}
	}

	async dispose(): Promise<void> {
		this.#door?.close();
		await this.machine.dispose();
		await this.#recorded;
		await deleteRecord(this.#folder, this.id);
	}

	killNow(): void {
		this.machine.killNow();
	}

	/** The deletion of `dispose` without waiting, after `killNow`; what cannot be deleted now is at the next start. */
	deleteNow(): void {
		const places = machinePlaces(this.#folder, this.id);
		try {
			rmSync(places.app, { recursive: true, force: true });
			rmSync(places.scratch, { recursive: true, force: true });
			rmSync(places.enclosure, { recursive: true, force: true });
			rmSync(places.record, { force: true });
		} catch {
			// The record names us as the owner, and we are about to be gone.
		}
	}

	async #record(pid: number): Promise<void> {
		const identity = processIdentity(pid);
		// It has ended already; then there is nothing to look for either.
		if (identity === null) return;
		const record: MachineRecord = { owner: ownerRecord(), group: { pid, identity } };
		await writeRecord(this.#folder, this.id, record).catch(() => {});
	}
}

function ownerRecord(): MachineRecord["owner"] {
	const identity = processIdentity(process.pid);
	if (identity === null) throw new Error("The system does not know the playground's own process.");
	return { pid: process.pid, identity };
}
