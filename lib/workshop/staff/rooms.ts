import * as z from "zod/mini";
import { createStore, type StoreApi } from "zustand/vanilla";
import { helperCodeSchema, roomCodeSchema, secretSchema } from "../contract";

const knownRoomSchema = z.object({
	code: roomCodeSchema,
	title: z.string(),
	role: z.enum(["instructor", "helper"]),
	/** The instructor's key, or the helper's secret. */
	secret: secretSchema,
	/** The code to give to helpers, as far as this browser was told it. */
	helperCode: z.optional(helperCodeSchema),
	/** Milliseconds since the epoch. */
	addedAt: z.number(),
});
/** A room in which this browser is staff. */
export type KnownRoom = z.infer<typeof knownRoomSchema>;

const KEY = "workshop-rooms";
const MOST = 50;

/** The rooms in which this browser is staff, the newest first. */
export interface KnownRooms {
	store: StoreApi<{ rooms: readonly KnownRoom[]; kept: boolean }>;
	/** The newest entry of this room, of one role or of any. */
	find(code: string, role?: KnownRoom["role"]): KnownRoom | null;
	/** Adds a room, or takes the place of the entry with the same code and role. */
	remember(room: KnownRoom): void;
	forget(code: string, role: KnownRoom["role"]): void;
}

/**
 * @param storage `null` where the browser keeps nothing (a private window): then rooms last as long as the page, and
 * `kept` says so.
 */
export function createKnownRooms(storage: Pick<Storage, "getItem" | "setItem"> | null): KnownRooms {
	const store = createStore<{ rooms: readonly KnownRoom[]; kept: boolean }>(() => ({
		rooms: read(storage),
		kept: storage !== null,
	}));
	const change = (next: (rooms: readonly KnownRoom[]) => KnownRoom[]) => {
		// Another tab may have written since.
		const rooms = next(storage === null ? store.getState().rooms : read(storage)).slice(0, MOST);
		let kept = false;
		try {
			storage?.setItem(KEY, JSON.stringify(rooms));
			kept = storage !== null;
		} catch {
			// A full or forbidden storage: the page goes on with what it has.
		}
		store.setState({ rooms, kept });
	};
	return {
		store,
		find: (code, role) =>
			store.getState().rooms.find((room) => room.code === code && (role === undefined || room.role === role)) ??
			null,
		remember: (room) => change((rooms) => [room, ...rooms.filter((other) => !isSame(other, room))]),
		forget: (code, role) => change((rooms) => rooms.filter((room) => !isSame(room, { code, role }))),
	};
}

function isSame(a: Pick<KnownRoom, "code" | "role">, b: Pick<KnownRoom, "code" | "role">): boolean {
	return a.code === b.code && a.role === b.role;
}

function read(storage: Pick<Storage, "getItem"> | null): KnownRoom[] {
	try {
		const value: unknown = JSON.parse(storage?.getItem(KEY) ?? "[]");
		if (!Array.isArray(value)) return [];
		return value.flatMap((entry) => {
			const room = z.safeParse(knownRoomSchema, entry);
			return room.success ? [room.data] : [];
		});
	} catch {
		return [];
	}
}

let shared: KnownRooms | null = null;

/** The one list of this page. Browser only. */
export function knownRooms(): KnownRooms {
	shared ??= createKnownRooms(browserStorage());
	return shared;
}

function browserStorage(): Storage | null {
	try {
		return globalThis.localStorage ?? null;
	} catch {
		return null;
	}
}
