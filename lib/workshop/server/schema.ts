import { bigint, index, integer, json, pgSchema, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { ChangedFiles, FailingCheck } from "../contract";
import type { EntryBody } from "../entries";

// `json`, not `jsonb`: the latter takes no NUL, which a learner's text may hold.
const ms = () => bigint({ mode: "number" });

/** Tables of our own in a database that may hold others. */
export const workshop = pgSchema("workshop");

export const rooms = workshop.table("rooms", {
	id: text().primaryKey(),
	code: text().notNull().unique(),
	keyHash: text().notNull(),
	helperHash: text().notNull(),
	/** Of the newest entry. Whoever writes entries holds the lock of this row. */
	version: integer().notNull(),
	createdAt: ms().notNull(),
});

const ofRoom = () =>
	text()
		.notNull()
		.references(() => rooms.id, { onDelete: "cascade" });

/** Who came in, by the hash of their secret. */
export const members = workshop.table(
	"members",
	{
		roomId: ofRoom(),
		id: text().notNull(),
		role: text({ enum: ["learner", "helper"] }).notNull(),
		secretHash: text().notNull(),
	},
	(table) => [primaryKey({ columns: [table.roomId, table.id] }), unique().on(table.roomId, table.secretHash)],
);

/** The log of a room: see `Entry`. */
export const entries = workshop.table(
	"entries",
	{
		roomId: ofRoom(),
		version: integer().notNull(),
		at: ms().notNull(),
		role: text({ enum: ["learner", "helper", "instructor"] }).notNull(),
		memberId: text(),
		/** Of events: each counts once. */
		clientId: text(),
		seq: bigint({ mode: "number" }),
		/** Of commands: each is done once. */
		commandId: text(),
		/** Of events of which only the newest matters: see `supersedes`. */
		supersedes: text(),
		body: json().$type<EntryBody>().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.roomId, table.version] }),
		unique().on(table.roomId, table.memberId, table.clientId, table.seq),
		unique().on(table.roomId, table.commandId),
		index().on(table.roomId, table.memberId, table.supersedes),
	],
);

/** The newest code of a learner in a lesson; only while there is consent. */
export const snapshots = workshop.table(
	"snapshots",
	{
		roomId: ofRoom(),
		memberId: text().notNull(),
		lesson: text().notNull(),
		version: integer().notNull(),
		at: ms().notNull(),
		sourceHash: text().notNull(),
		files: json().$type<ChangedFiles>().notNull(),
		failing: json().$type<FailingCheck[]>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.roomId, table.memberId, table.lesson] })],
);

/** Approaches on show: a copy of the code as it was then. */
export const approaches = workshop.table(
	"approaches",
	{
		roomId: ofRoom(),
		id: text().notNull(),
		memberId: text().notNull(),
		lesson: text().notNull(),
		files: json().$type<ChangedFiles>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.roomId, table.id] })],
);

/** Who is connected to which instance of the hub; rows that are not renewed are out of date. */
export const presences = workshop.table(
	"presences",
	{
		roomId: ofRoom(),
		instance: text().notNull(),
		members: json().$type<string[]>().notNull(),
		at: ms().notNull(),
	},
	(table) => [primaryKey({ columns: [table.roomId, table.instance] })],
);
