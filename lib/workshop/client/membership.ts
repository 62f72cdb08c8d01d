import * as z from "zod/mini";
import { createStore, type StoreApi } from "zustand/vanilla";
import { helperCodeSchema, hubSchema, newSecret, roomCodeSchema, secretSchema } from "../contract";
import { MEMBERSHIP_KEY as KEY, setActiveRoom } from "./room-hint";

/** Rooms beyond these, the oldest first, are forgotten. */
const MAX_ROOMS = 40;

const roleSchema = z.enum(["learner", "helper", "instructor"]);
export type MemberRole = z.infer<typeof roleSchema>;

/** This browser's place in a room. One browser may have several in the same room, of different roles. */
const membershipSchema = z.object({
	code: roomCodeSchema,
	/** The origin of the playground that has the room, where that is another one than this. */
	hub: z.optional(hubSchema),
	role: roleSchema,
	/** A learner's or helper's secret; the instructor's key. */
	secret: secretSchema,
	/** In the room; empty while the hub has not answered the first `join`, and for instructors. */
	name: z.string(),
	/** Of the room; empty until it is known. */
	title: z.string(),
	/** Milliseconds since the epoch, by this computer's clock. */
	at: z.number(),
	/** Instructors only: to be shown again. */
	helperCode: z.optional(helperCodeSchema),
	/** Learners only: they were asked whether staff may read their code. */
	askedForCode: z.optional(z.boolean()),
});
export type Membership = z.infer<typeof membershipSchema>;

const keptSchema = z.object({
	rooms: z.array(membershipSchema),
	/** The room whose learner this browser is at the moment. */
	active: z.nullable(roomCodeSchema),
});

export interface MembershipState {
	/** Newest first. */
	rooms: readonly Membership[];
	active: string | null;
	/** `page`: the browser keeps nothing (private window); the way back is lost when this page is closed. */
	kept: "browser" | "page";
}

export interface MembershipKeeper {
	store: StoreApi<MembershipState>;
	find(code: string, role: MemberRole): Membership | null;
	/** A learner's place in this very room: the same code on another playground is another room. */
	findIn(code: string, hub: string | undefined): Membership | null;
	/** Keeps a place, in the stead of an older one in the same room and role. */
	remember(membership: Membership): void;
	/** Forgets a place; leaves the room first where it is the one the browser is in. */
	forget(code: string, role: MemberRole): void;
	/** A place in this room: the one that is kept, or a new one with a secret of its own. Kept before it is used, so that a lost answer of the hub is no second learner. */
	prepare(code: string, role: "learner" | "helper", hub?: string): Membership;
	/** From now on this browser is the learner of this room, on lesson pages; `null`: of none. */
	enter(code: string | null): void;
}

type Storage = Pick<globalThis.Storage, "getItem" | "setItem">;

/** `storage`: `localStorage` unless a test brings its own; `null` where there is none. */
export function createMembershipKeeper(
	storage: Storage | null = browserStorage(),
	now: () => number = Date.now,
): MembershipKeeper {
	const store = createStore<MembershipState>(() => ({ rooms: [], active: null, kept: "browser" }));
	read();

	function read(): void {
		try {
			if (storage === null) throw new Error("no storage");
			const parsed = z.safeParse(keptSchema, JSON.parse(storage.getItem(KEY) ?? "null"));
			if (parsed.success) store.setState({ ...parsed.data, kept: "browser" });
			setActiveRoom(store.getState().active);
		} catch {
			store.setState({ kept: "page" });
		}
	}

	function write(next: Pick<MembershipState, "rooms" | "active">): void {
		let kept: MembershipState["kept"] = "browser";
		try {
			if (storage === null) throw new Error("no storage");
			storage.setItem(KEY, JSON.stringify({ rooms: next.rooms, active: next.active }));
		} catch {
			kept = "page";
		}
		store.setState({ ...next, kept });
		setActiveRoom(next.active);
	}

	const without = (code: string, role: MemberRole) =>
		store.getState().rooms.filter((room) => room.code !== code || room.role !== role);

	const keeper: MembershipKeeper = {
		store,
		find: (code, role) =>
			store.getState().rooms.find((room) => room.code === code && room.role === role) ?? null,
		findIn(code, hub) {
			const place = keeper.find(code, "learner");
			return place?.hub === hub ? place : null;
		},
		remember(membership) {
			const rooms = [membership, ...without(membership.code, membership.role)].slice(0, MAX_ROOMS);
			write({ rooms, active: store.getState().active });
		},
		forget(code, role) {
			const { active } = store.getState();
			const leaves = role === "learner" && active === code;
			write({ rooms: without(code, role), active: leaves ? null : active });
		},
		prepare(code, role, hub) {
			const known = keeper.find(code, role);
			if (known && known.hub === hub) return known;
			const fresh = {
				code,
				...(hub !== undefined && { hub }),
				role,
				secret: newSecret(),
				name: "",
				title: "",
				at: now(),
			};
			keeper.remember(fresh);
			return fresh;
		},
		enter(code) {
			write({ rooms: store.getState().rooms, active: code });
		},
	};
	// Another tab joined or left.
	if (typeof window !== "undefined") {
		window.addEventListener("storage", (event) => {
			if (event.key === KEY || event.key === null) read();
		});
	}
	return keeper;
}

function browserStorage(): Storage | null {
	try {
		return typeof localStorage === "undefined" ? null : localStorage;
	} catch {
		// Refused by the person or by a policy.
		return null;
	}
}

let shared: MembershipKeeper | null = null;

/** The one of this page. In the browser only. */
export function membershipKeeper(): MembershipKeeper {
	shared ??= createMembershipKeeper();
	return shared;
}
