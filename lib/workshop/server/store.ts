import { and, asc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { ChangedFiles, FailingCheck, RoomEventOf } from "../contract";
import type { Actor, Entry, EntryBody } from "../entries";
import { supersedes } from "../entries";
import { CHANNEL, type Database, type OpenDatabase } from "./database";
import { approaches, entries, members, presences, rooms, snapshots } from "./schema";

export type RoomRow = typeof rooms.$inferSelect;
export type MemberRow = typeof members.$inferSelect;
export type SnapshotRow = typeof snapshots.$inferSelect;

/** An entry that is about to be written. */
export interface NewEntry {
	at: number;
	by: Actor;
	body: EntryBody;
	/** The code that a `code-shared` came with. */
	code?: Pick<RoomEventOf<"code-shared">, "files" | "failing">;
}

/** How many entries are read, or rows written, at a time. */
const PAGE = 2_000;
const ROWS_AT_ONCE = 500;

/** All that is said to the database. One instance over one database, for all rooms. */
export class RoomStore {
	constructor(private readonly database: OpenDatabase) {}

	private get db(): Database {
		return this.database.db;
	}

	get shared(): boolean {
		return this.database.shared;
	}

	listen(onMessage: (text: string) => void, onGap: () => void): Promise<void> {
		return this.database.listen(onMessage, onGap);
	}

	close(): Promise<void> {
		return this.database.close();
	}

	/** Gives `false` where the code is taken. */
	async createRoom(room: Omit<RoomRow, "version">, first: NewEntry): Promise<boolean> {
		return this.db.transaction(async (tx) => {
			const made = await tx
				.insert(rooms)
				.values({ ...room, version: 1 })
				.onConflictDoNothing()
				.returning({ id: rooms.id });
			if (made.length === 0) return false;
			await tx.insert(entries).values(rowOf(room.id, { ...first, version: 1 }));
			return true;
		});
	}

	async findRoom(code: string): Promise<RoomRow | null> {
		const [room] = await this.db.select().from(rooms).where(eq(rooms.code, code));
		return room ?? null;
	}

	async countRooms(): Promise<number> {
		return this.db.$count(rooms);
	}

	/** With all that hangs on it. */
	async deleteRoom(id: string): Promise<void> {
		await this.db.transaction(async (tx) => {
			await tx.delete(rooms).where(eq(rooms.id, id));
			await this.say(tx, { type: "deleted", room: id });
		});
	}

	async findMember(roomId: string, secretHash: string): Promise<Pick<MemberRow, "id" | "role"> | null> {
		const [member] = await this.db
			.select({ id: members.id, role: members.role })
			.from(members)
			.where(and(eq(members.roomId, roomId), eq(members.secretHash, secretHash)));
		return member ?? null;
	}

	/** In the order of their versions. */
	readEntries(roomId: string, after = 0): AsyncGenerator<Entry> {
		return entriesAfter(this.db, roomId, after);
	}

	async readSnapshot(roomId: string, memberId: string, lesson: string): Promise<SnapshotRow | null> {
		const [row] = await this.db
			.select()
			.from(snapshots)
			.where(
				and(eq(snapshots.roomId, roomId), eq(snapshots.memberId, memberId), eq(snapshots.lesson, lesson)),
			);
		return row ?? null;
	}

	async readApproach(roomId: string, id: string): Promise<{ lesson: string; files: ChangedFiles } | null> {
		const [row] = await this.db
			.select({ lesson: approaches.lesson, files: approaches.files })
			.from(approaches)
			.where(and(eq(approaches.roomId, roomId), eq(approaches.id, id)));
		return row ?? null;
	}

	/**
	 * Does `work` while nobody else, in any instance, writes to this room. All of what it writes is kept, or nothing.
	 * Gives `null` where the room was deleted.
	 */
	async write<T>(
		roomId: string,
		work: (writer: RoomWriter) => Promise<T>,
	): Promise<{ result: T; version: number } | null> {
		return this.db.transaction(async (tx) => {
			const [room] = await tx
				.select({ version: rooms.version })
				.from(rooms)
				.where(eq(rooms.id, roomId))
				.for("update");
			if (!room) return null;
			const writer = new RoomWriter(tx, roomId, room.version);
			const result = await work(writer);
			if (writer.version > room.version) {
				await tx.update(rooms).set({ version: writer.version }).where(eq(rooms.id, roomId));
				await this.say(tx, { type: "written", room: roomId, version: writer.version });
			}
			return { result, version: writer.version };
		});
	}

	/** Tells every instance, this one included. */
	async tell(message: object): Promise<void> {
		await this.say(this.db, message);
	}

	async writePresence(roomId: string, instance: string, connected: string[], at: number): Promise<void> {
		await this.db.transaction(async (tx) => {
			const [room] = await tx.select({ id: rooms.id }).from(rooms).where(eq(rooms.id, roomId));
			if (!room) return;
			await tx
				.insert(presences)
				.values({ roomId, instance, members: connected, at })
				.onConflictDoUpdate({
					target: [presences.roomId, presences.instance],
					set: { members: connected, at },
				});
			await this.say(tx, { type: "presence", room: roomId, instance });
		});
	}

	async readPresences(roomId: string): Promise<{ instance: string; members: string[]; at: number }[]> {
		return this.db
			.select({ instance: presences.instance, members: presences.members, at: presences.at })
			.from(presences)
			.where(eq(presences.roomId, roomId));
	}

	private async say(db: Database, message: object): Promise<void> {
		if (!this.shared) return;
		await db.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(message)})`);
	}
}

/** Writes to one room while it is locked. */
export class RoomWriter {
	constructor(
		private readonly db: Database,
		private readonly roomId: string,
		/** Of the newest entry, those added here included. */
		public version: number,
	) {}

	/** Inside the same transaction: PGlite has one connection, which this one holds. */
	readEntries(after: number): AsyncGenerator<Entry> {
		return entriesAfter(this.db, this.roomId, after);
	}

	/** Entries get the next versions, in their order. */
	async add(list: NewEntry[]): Promise<void> {
		const first = this.version + 1;
		const numbered = list.map((entry, index) => ({ ...entry, version: first + index }));
		this.version += list.length;
		const rows = numbered.map((entry) => rowOf(this.roomId, entry));
		for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
			await this.db.insert(entries).values(rows.slice(at, at + ROWS_AT_ONCE));
		}
		await this.dropSuperseded(rows, first);
		for (const entry of numbered) if (entry.code) await this.keepCode(entry, entry.code);
	}

	private async dropSuperseded(rows: (typeof entries.$inferInsert)[], before: number): Promise<void> {
		const byKind = new Map<string, string[]>();
		for (const { supersedes: kind, memberId } of rows) {
			if (kind && memberId) byKind.set(kind, [...(byKind.get(kind) ?? []), memberId]);
		}
		for (const [kind, ids] of byKind) {
			await this.db
				.delete(entries)
				.where(
					and(
						eq(entries.roomId, this.roomId),
						inArray(entries.memberId, ids),
						eq(entries.supersedes, kind),
						lt(entries.version, before),
					),
				);
		}
	}

	private async keepCode(
		{ version, by, body }: NewEntry & { version: number },
		{ files, failing }: { files: ChangedFiles; failing: FailingCheck[] },
	): Promise<void> {
		if (by.role !== "learner" || body.kind !== "event" || body.event.type !== "code-shared") return;
		const { lesson, sourceHash, at } = body.event;
		const value = { version, at, sourceHash, files, failing };
		await this.db
			.insert(snapshots)
			.values({ roomId: this.roomId, memberId: by.id, lesson, ...value })
			.onConflictDoUpdate({ target: [snapshots.roomId, snapshots.memberId, snapshots.lesson], set: value });
	}

	/** Without a member: everybody's. */
	async deleteCode(memberId?: string): Promise<void> {
		const whose = memberId === undefined ? undefined : eq(snapshots.memberId, memberId);
		await this.db.delete(snapshots).where(and(eq(snapshots.roomId, this.roomId), whose));
	}

	/** Copies the code as it is now. */
	async keepApproach(id: string, memberId: string, lesson: string): Promise<void> {
		const [code] = await this.db
			.select({ files: snapshots.files })
			.from(snapshots)
			.where(
				and(
					eq(snapshots.roomId, this.roomId),
					eq(snapshots.memberId, memberId),
					eq(snapshots.lesson, lesson),
				),
			);
		if (code) await this.db.insert(approaches).values({ roomId: this.roomId, id, memberId, lesson, ...code });
	}

	/** Without a member: everybody's; without a lesson: of all lessons. */
	async deleteApproaches(of: { id?: string; memberId?: string; lesson?: string }): Promise<void> {
		await this.db
			.delete(approaches)
			.where(
				and(
					eq(approaches.roomId, this.roomId),
					of.id === undefined ? undefined : eq(approaches.id, of.id),
					of.memberId === undefined ? undefined : eq(approaches.memberId, of.memberId),
					of.lesson === undefined ? undefined : eq(approaches.lesson, of.lesson),
				),
			);
	}

	async addMember(id: string, role: MemberRow["role"], secretHash: string): Promise<void> {
		const row = { roomId: this.roomId, id, role, secretHash };
		await this.db.insert(members).values(row).onConflictDoNothing();
	}

	async removeHelpers(): Promise<void> {
		await this.db.delete(members).where(and(eq(members.roomId, this.roomId), eq(members.role, "helper")));
	}

	/** What was written by and about a learner, but for the fact that they were removed. */
	async forget(memberId: string): Promise<void> {
		await this.db
			.delete(entries)
			.where(
				and(eq(entries.roomId, this.roomId), eq(entries.memberId, memberId), eq(entries.role, "learner")),
			);
	}

	async setSecrets(secrets: { keyHash?: string; helperHash?: string }): Promise<void> {
		await this.db.update(rooms).set(secrets).where(eq(rooms.id, this.roomId));
	}
}

async function* entriesAfter(db: Database, roomId: string, after: number): AsyncGenerator<Entry> {
	let from = after;
	for (;;) {
		const rows = await db
			.select({
				version: entries.version,
				at: entries.at,
				role: entries.role,
				memberId: entries.memberId,
				body: entries.body,
			})
			.from(entries)
			.where(and(eq(entries.roomId, roomId), gt(entries.version, from)))
			.orderBy(asc(entries.version))
			.limit(PAGE);
		for (const { version, at, role, memberId, body } of rows) {
			yield { version, at, by: actorOf(role, memberId), body };
		}
		if (rows.length < PAGE) return;
		from = rows.at(-1)!.version;
	}
}

function rowOf(roomId: string, { version, at, by, body }: Entry): typeof entries.$inferInsert {
	const event = body.kind === "event" ? body.event : null;
	return {
		roomId,
		version,
		at,
		role: by.role,
		memberId: by.role === "instructor" ? null : by.id,
		clientId: event?.clientId ?? null,
		seq: event?.seq ?? null,
		commandId: body.kind === "command" ? body.id : null,
		supersedes: event && supersedes(event),
		body,
	};
}

function actorOf(role: Actor["role"], id: string | null): Actor {
	return role === "instructor" ? { role } : { role, id: id ?? "" };
}
