import * as z from "zod/mini";
import type { Room } from "./room";
import type { RoomStore } from "./store";

const messageSchema = z.discriminatedUnion("type", [
	z.object({ type: z.literal("written"), room: z.string(), version: z.int() }),
	z.object({ type: z.literal("deleted"), room: z.string() }),
	z.object({ type: z.literal("presence"), room: z.string(), instance: z.string() }),
	z.object({
		type: z.literal("viewing"),
		room: z.string(),
		instance: z.string(),
		learner: z.string(),
		by: z.object({ id: z.string(), name: z.string() }),
		until: z.number(),
	}),
]);

/** Changes of presence are told at most this often. */
const PRESENCE_GATHER_MS = 300;
/** And said again this often, so that the others know that this instance is alive. */
const PRESENCE_AGAIN_MS = 10_000;

/** What instances of the hub on one database tell one another. Nothing where there is one instance only. */
export class HubBus {
	private store: RoomStore | null = null;
	private readonly due = new Map<Room, NodeJS.Timeout>();
	private again: NodeJS.Timeout | null = null;

	constructor(
		private readonly instance: string,
		/** By the ids of the store. */
		private readonly rooms: ReadonlyMap<string, Room>,
	) {}

	async join(store: RoomStore): Promise<void> {
		this.store = store;
		await store.listen(
			(text) => this.hear(text),
			() => {
				for (const room of this.rooms.values()) {
					void room.turn(() => {}).catch(() => {});
					void this.readPresence(room);
				}
			},
		);
		this.again = setInterval(() => {
			for (const room of this.rooms.values()) this.presenceChanged(room);
		}, PRESENCE_AGAIN_MS);
		this.again.unref();
	}

	private hear(text: string): void {
		const parsed = messageSchema.safeParse(JSON.parse(text));
		const room = parsed.success ? this.rooms.get(parsed.data.room) : undefined;
		if (!parsed.success || !room) return;
		const message = parsed.data;
		switch (message.type) {
			case "written":
				void room.catchUp(message.version);
				return;
			case "deleted":
				room.end("no-room", "The instructor deleted this room.");
				return;
			case "presence":
				if (message.instance !== this.instance) void this.readPresence(room);
				return;
			case "viewing":
				if (message.instance === this.instance) return;
				room.presence.look(message.learner, message.by, message.until);
				room.scheduleFlush();
		}
	}

	presenceChanged(room: Room): void {
		const { store } = this;
		if (!store || this.due.has(room)) return;
		const timer = setTimeout(() => {
			this.due.delete(room);
			store
				.writePresence(room.row.id, this.instance, room.presence.connectedHere, Date.now())
				.catch((error) => console.error("Workshops: presence could not be written:", error));
		}, PRESENCE_GATHER_MS);
		timer.unref();
		this.due.set(room, timer);
	}

	async readPresence(room: Room): Promise<void> {
		const rows = await this.store?.readPresences(room.row.id).catch(() => null);
		if (!rows) return;
		room.presence.setElsewhere(rows.filter(({ instance }) => instance !== this.instance));
		room.scheduleFlush();
	}

	async tellViewing(
		room: Room,
		learner: string,
		by: { id: string; name: string },
		until: number,
	): Promise<void> {
		await this.store?.tell({
			type: "viewing",
			room: room.row.id,
			instance: this.instance,
			learner,
			by,
			until,
		});
	}

	close(): void {
		this.store = null;
		if (this.again) clearInterval(this.again);
		for (const timer of this.due.values()) clearTimeout(timer);
		this.due.clear();
	}
}
