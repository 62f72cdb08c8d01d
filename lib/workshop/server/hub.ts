import { randomUUID } from "node:crypto";
import { hashSecret, newCode, newId, newKey, sameHash } from "../codes";
import {
	CODE_LENGTH,
	type CreatedRoom,
	type CreateRoom,
	type Door,
	HELPER_CODE_LENGTH,
	hubError,
	KEEP_ALIVE_MS,
	readCode,
} from "../contract";
import type { Actor } from "../entries";
import type { OpenDatabase } from "./database";
import { HubBus } from "./hub-bus";
import { type LimitOptions, Limits } from "./limits";
import { Room } from "./room";
import { type RoomRow, RoomStore } from "./store";

export interface HubOptions {
	open: () => Promise<OpenDatabase>;
	/** Whether there may be rooms: when not, no code can be right, and the store need not be woken. */
	mayHaveRooms: () => Promise<boolean>;
	limits?: Partial<LimitOptions>;
}

/** Somebody in a room. */
export interface Entered {
	room: Room;
	actor: Actor;
}

/** A room that nobody used for so long is dropped from memory. */
const IDLE_MS = 10 * 60_000;
/** How many rooms one hub keeps. */
const MAX_ROOMS = 5_000;

/** The rooms of this instance. The store is opened when the first room is made or asked for. */
export class Hub {
	readonly instance = randomUUID();
	readonly limits: Limits;
	/** Addresses of other computers that asked for something: tells whether the network lets them through. */
	readonly others = new Set<string>();
	private messages = 0;
	private closed = false;
	private opening: Promise<RoomStore> | null = null;
	private readonly rooms = new Map<string, Promise<Room | null>>();
	private readonly loaded = new Map<string, Room>();
	private readonly bus: HubBus;
	private readonly timers: NodeJS.Timeout[];

	constructor(private readonly options: HubOptions) {
		this.limits = new Limits(options.limits);
		this.bus = new HubBus(this.instance, this.loaded);
		this.timers = [
			setInterval(() => this.keepAlive(), KEEP_ALIVE_MS),
			setInterval(() => this.forgetIdle(), 60_000),
		];
		for (const timer of this.timers) timer.unref();
	}

	/** @throws HubError `no-store`; the next call tries again */
	store(): Promise<RoomStore> {
		if (this.closed)
			return Promise.reject(hubError("no-store", "The playground is being restarted. Try again."));
		this.opening ??= this.open().catch((error: unknown) => {
			this.opening = null;
			throw error;
		});
		return this.opening;
	}

	private async open(): Promise<RoomStore> {
		const store = new RoomStore(await this.options.open());
		if (store.shared) await this.bus.join(store);
		return store;
	}

	/** @throws HubError `too-many-tries`, `full`, `no-store` */
	async create(address: string, { title, agenda }: CreateRoom): Promise<CreatedRoom> {
		this.limits.roomMade(address);
		const store = await this.store();
		if ((await store.countRooms()) >= MAX_ROOMS)
			throw hubError("full", "This playground keeps as many rooms as it may. Delete one that is over.");
		const instructorKey = newKey();
		const helperCode = newCode(HELPER_CODE_LENGTH);
		for (;;) {
			const id = newId();
			const code = newCode(CODE_LENGTH);
			const at = Date.now();
			const made = await store.createRoom(
				{
					id,
					code,
					keyHash: hashSecret(id, instructorKey),
					helperHash: hashSecret(id, helperCode),
					createdAt: at,
				},
				{ at, by: { role: "instructor" }, body: { kind: "created", title, agenda } },
			);
			if (!made) continue;
			// It may have been asked for before there was one.
			this.rooms.delete(code);
			return { code, instructorKey, helperCode };
		}
	}

	/** @throws HubError `no-room`, `too-many-tries`, `no-store` */
	async find(address: string, typed: string): Promise<Room> {
		this.limits.mayTry(address);
		const room = await this.look(typed);
		if (room === null) {
			this.limits.triedWrong(address);
			throw hubError(
				"no-room",
				"There is no room with this code. Look at the code again; a room that was deleted does not come back.",
			);
		}
		return room;
	}

	private async look(typed: string): Promise<Room | null> {
		const code = readCode(typed);
		const room = code === null ? null : await this.load(code);
		if (room) room.usedAt = Date.now();
		return room;
	}

	async door(address: string, code: string): Promise<Door> {
		const { row, state } = await this.find(address, code);
		return { code: row.code, title: state.title, locked: state.locked, ended: state.phase === "ended" };
	}

	/**
	 * Whoever shows this secret.
	 * @throws HubError `unknown-token`, `removed`, and what {@link find} throws
	 */
	async enter(address: string, code: string, secret: string | null): Promise<Entered> {
		// Who is known here does not wait for what others at the same address (a school's) have tried: before anything is
		// said of what was wrong, they do.
		const known = await this.look(code);
		const actor = known && secret !== null ? await this.identify(known, secret) : null;
		if (known && actor) return { room: known, actor };
		await this.find(address, code);
		this.limits.triedWrong(address);
		throw hubError(
			"unknown-token",
			"This room does not know you (any more). Join again with the code; what you did is kept in this browser.",
		);
	}

	/**
	 * Whose secret this is, or `null`.
	 * @throws HubError `removed`
	 */
	async identify(room: Room, secret: string): Promise<Actor | null> {
		const store = await this.store();
		await this.refreshRow(room);
		const hash = hashSecret(room.row.id, secret);
		if (sameHash(hash, room.row.keyHash)) return { role: "instructor" };
		const member = room.members.get(hash) ?? (await store.findMember(room.row.id, hash));
		if (!member) return null;
		// Another instance may have let them in just now.
		if (!room.members.has(hash) && !room.knows(member)) await room.turn(() => {});
		room.members.set(hash, member);
		if (room.state.removed.has(member.id))
			throw hubError(
				"removed",
				"The instructor removed you from this room. Your code and progress stay in this browser.",
			);
		return room.knows(member) ? { role: member.role, id: member.id } : null;
	}

	/** Secrets that were changed, here or by another instance, are void everywhere. */
	async refreshRow(room: Room): Promise<void> {
		const { secretsVersion } = room.state;
		if (room.rowVersion >= secretsVersion) return;
		const row = await (await this.store()).findRoom(room.row.code);
		if (row?.id !== room.row.id) return;
		room.row = row;
		room.rowVersion = secretsVersion;
	}

	/** Ends the room everywhere. */
	async delete(room: Room): Promise<void> {
		await (await this.store()).deleteRoom(room.row.id);
		room.end("no-room", "The instructor deleted this room.");
	}

	/** Tells the other instances who looks at whose code. */
	async tellViewing(
		room: Room,
		learner: string,
		by: { id: string; name: string },
		until: number,
	): Promise<void> {
		room.presence.look(learner, by, until);
		room.scheduleFlush();
		await this.bus.tellViewing(room, learner, by, until);
	}

	/** Opaque, and of no other instance or start. */
	nextMessageId(): string {
		this.messages += 1;
		return `${this.instance.slice(0, 8)}-${this.messages.toString(36)}`;
	}

	/** Called when somebody came or went. */
	presenceChanged(room: Room): void {
		this.bus.presenceChanged(room);
	}

	async close(): Promise<void> {
		this.closed = true;
		for (const timer of this.timers) clearInterval(timer);
		this.bus.close();
		for (const room of this.loaded.values()) room.drop(hubError("no-store", "The hub is closing."));
		const store = await this.opening?.catch(() => null);
		await store?.close();
	}

	private async load(code: string): Promise<Room | null> {
		const known = this.rooms.get(code);
		if (known) return known;
		if (this.opening === null && !(await this.options.mayHaveRooms())) return null;
		const store = await this.store();
		const found = await store.findRoom(code);
		if (!found) return null;
		const again = this.rooms.get(code);
		if (again) return again;
		const loading = this.loadRow(code, found, store);
		this.rooms.set(code, loading);
		loading.catch(() => this.rooms.delete(code));
		return loading;
	}

	private async loadRow(code: string, row: RoomRow, store: RoomStore): Promise<Room> {
		const room: Room = await Room.load(row, store, () => {
			this.rooms.delete(code);
			if (this.loaded.get(row.id) === room) this.loaded.delete(row.id);
		});
		this.loaded.set(row.id, room);
		// What was written between reading the log and listening for more.
		if (store.shared) await room.turn(() => {});
		await this.bus.readPresence(room);
		return room;
	}

	private keepAlive(): void {
		for (const room of this.loaded.values()) {
			for (const receiver of room.receivers) receiver.keepAlive();
		}
	}

	private forgetIdle(): void {
		for (const room of this.loaded.values()) {
			const idle = room.receivers.size === 0 && Date.now() - room.usedAt > IDLE_MS;
			if (idle) room.drop(hubError("no-store", "The room was put to sleep; ask again."));
		}
	}
}
