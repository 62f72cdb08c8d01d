import * as z from "zod/mini";
import {
	agendaSchema,
	changedFilesSchema,
	countSchema,
	failingCheckSchema,
	hashSchema,
	idSchema,
	nameSchema,
	secretSchema,
	slugSchema,
	timeSchema,
	titleSchema,
} from "./basics";
import { helperCodeSchema, roomCodeSchema } from "./codes";
import { roomViewSchema } from "./views";

const ROOMS = "/api/rooms";
const part = encodeURIComponent;

/** Addresses, without the origin. Who may: see each. */
export const hubPaths = {
	/** `POST` {@link createRoomSchema} → 201 {@link createdRoomSchema}. Anyone. */
	rooms: ROOMS,
	/** `GET` → {@link networkSchema}. Anyone: whether other computers reach this hub, and by which address. */
	network: `${ROOMS}/network`,
	/** `GET` → {@link doorSchema}. Anyone who knows the code. `DELETE` → 204, the room and all its data. Instructor. */
	room: (code: string) => `${ROOMS}/${part(code)}`,
	/** `POST` {@link joinSchema} → {@link joinedSchema}. Anyone who knows the code; also the way back in. */
	join: (code: string) => `${ROOMS}/${part(code)}/join`,
	/** `POST` {@link helpJoinSchema} → {@link joinedSchema}. Anyone who knows the helpers' code. */
	helpers: (code: string) => `${ROOMS}/${part(code)}/helpers`,
	/** `GET` → `text/event-stream`, see {@link hubMessageSchema}. Each role its own view. */
	stream: (code: string, view?: "projector") => `${ROOMS}/${part(code)}/stream${view ? `?view=${view}` : ""}`,
	/** `GET` → one {@link hubMessageSchema} of type `view`: for who cannot read a stream. */
	view: (code: string, view?: "projector") => `${ROOMS}/${part(code)}/view${view ? `?view=${view}` : ""}`,
	/** `POST` `SendEvents` → `EventsAnswer`. Learners. */
	events: (code: string) => `${ROOMS}/${part(code)}/events`,
	/** `POST` `SendCommand` → `CommandAnswer`. Instructor; helpers some. */
	commands: (code: string) => `${ROOMS}/${part(code)}/commands`,
	/**
	 * `GET` → {@link codeSchema}. Instructor and helpers, with the learner's consent; the learner sees for
	 * {@link VIEWING_MS} who looks, so ask again before that while the code is on screen.
	 */
	code: (code: string, learner: string, lesson: string) =>
		`${ROOMS}/${part(code)}/learners/${part(learner)}/code?lesson=${part(lesson)}`,
	/** `DELETE` → 204. Instructor and helpers: stopped looking. */
	viewing: (code: string, learner: string) => `${ROOMS}/${part(code)}/learners/${part(learner)}/code`,
	/** `GET` → {@link approachSchema}. Everyone in the room, while it is on show. */
	approach: (code: string, approach: string) => `${ROOMS}/${part(code)}/approaches/${part(approach)}`,
	/** `GET` → a file: CSV, JSON or the report in Markdown. Instructor. */
	results: (code: string, format: ResultsFormat, names: boolean) =>
		`${ROOMS}/${part(code)}/results?format=${format}&names=${names ? "yes" : "no"}`,
} as const;

export type ResultsFormat = "csv" | "json" | "report";

/** How long the learner is told that somebody looks, after each time the code was read. */
export const VIEWING_MS = 20_000;

/** The header of every request of somebody in the room: a learner's or helper's secret, or the instructor's key. */
export function authorization(secret: string): { authorization: string } {
	return { authorization: `Bearer ${secret}` };
}

/** The origin of a playground: `http://192.168.1.20:3000`. */
export const hubSchema = z
	.string()
	.check(z.regex(/^https?:\/\/(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/));

/** 48 random hex digits. `crypto.getRandomValues` also exists on a classroom's plain-http address. */
export function newSecret(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(24));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const createRoomSchema = z.strictObject({ title: titleSchema, agenda: agendaSchema });
export type CreateRoom = z.infer<typeof createRoomSchema>;

/** The key and the helpers' code are told this once. */
export const createdRoomSchema = z.object({
	code: roomCodeSchema,
	instructorKey: secretSchema,
	helperCode: helperCodeSchema,
});
export type CreatedRoom = z.infer<typeof createdRoomSchema>;

export const doorSchema = z.object({
	code: roomCodeSchema,
	title: z.string(),
	locked: z.boolean(),
	ended: z.boolean(),
});
export type Door = z.infer<typeof doorSchema>;

/** The same secret again is the same learner: after a lost answer, a reload, a restart of the hub. */
export const joinSchema = z.strictObject({
	/** Made once with {@link newSecret}, kept in the browser, sent as {@link authorization} from then on. */
	secret: secretSchema,
	/** Without it the hub gives a pseudonym. Ignored when coming back. */
	name: z.optional(nameSchema),
});
export type Join = z.infer<typeof joinSchema>;

export const helpJoinSchema = z.strictObject({
	helperCode: helperCodeSchema,
	secret: secretSchema,
	name: nameSchema,
});
export type HelpJoin = z.infer<typeof helpJoinSchema>;

/** The name may have got a number, so that it is the only one of its kind. */
export const joinedSchema = z.object({ id: idSchema, name: nameSchema, back: z.boolean() });
export type Joined = z.infer<typeof joinedSchema>;

export const codeSchema = z.object({
	learner: idSchema,
	lesson: slugSchema,
	/** The number of `BoardRow.code`. */
	number: countSchema,
	at: timeSchema,
	sourceHash: hashSchema,
	files: changedFilesSchema,
	failing: z.array(failingCheckSchema),
});
export type SharedCode = z.infer<typeof codeSchema>;

export const approachSchema = z.object({
	lesson: slugSchema,
	name: z.optional(nameSchema),
	files: changedFilesSchema,
});
export type Approach = z.infer<typeof approachSchema>;

export const networkSchema = z.object({
	/** Whether the playground listens for other computers at all (`npm start -- --lan`). */
	lan: z.boolean(),
	/** Origins by which they may reach it: `http://192.168.1.20:3000`. */
	addresses: z.array(z.string()),
	/** How many apps of other computers' people this computer runs at a time (`--lan-machines`); 0: none. */
	machines: countSchema,
	/** Whether those apps are shut in (PLAYGROUND_ISOLATION), or run with the rights of who started the playground. */
	isolated: z.boolean(),
	/**
	 * How many other computers have asked for something since the start. Still 0 when somebody tries: the access point
	 * keeps its clients apart.
	 */
	others: countSchema,
});
export type Network = z.infer<typeof networkSchema>;

/**
 * A message of the stream (`data:` of the event `message`, with an opaque `id:` to send back as `Last-Event-ID`).
 * First comes a `view`, or after a short loss a `patch` to what that id had; then a `patch` for each change, at most
 * four a second. `end` is the last: do not come back by yourself. A comment every {@link KEEP_ALIVE_MS} says that the
 * stream lives; silence for twice as long means that it does not.
 */
export const hubMessageSchema = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("view"),
		/** How many entries the room's log has. Never falls. */
		version: countSchema,
		/** The hub's clock. */
		at: timeSchema,
		view: roomViewSchema,
	}),
	z.object({
		type: z.literal("patch"),
		version: countSchema,
		at: timeSchema,
		/** RFC 7396 on the view: see {@link applyPatch}. */
		patch: z.record(z.string(), z.unknown()),
	}),
	z.object({
		type: z.literal("end"),
		code: z.enum(["removed", "unknown-token", "no-room"]),
		message: z.string(),
	}),
]);
export type HubMessage = z.infer<typeof hubMessageSchema>;

export const KEEP_ALIVE_MS = 15_000;
