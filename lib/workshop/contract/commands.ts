import * as z from "zod/mini";
import {
	agendaSchema,
	idSchema,
	nameSchema,
	placeSchema,
	slugSchema,
	textSchema,
	titleSchema,
} from "./basics";
import { pollQuestionSchema } from "./polls";

/** What an instructor does to a room. Deleting it is `DELETE /api/rooms/:code`. */
export const roomCommandSchema = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("room-update"),
		title: z.optional(titleSchema),
		agenda: z.optional(agendaSchema),
	}),
	/** Locked: nobody new; learners who were here may come back. */
	z.strictObject({ type: z.literal("room-lock"), locked: z.boolean() }),
	/** For good. Results stay until the room is deleted; code is deleted now. */
	z.strictObject({ type: z.literal("room-end") }),
	/** A new instructor key; the old one is void at once. Answers `{ instructorKey }`, shown this once. */
	z.strictObject({ type: z.literal("key-rotate") }),
	/** A new code for helpers; those who came with the old one are out. Answers `{ helperCode }`. */
	z.strictObject({ type: z.literal("helper-code-rotate") }),
	/** Cannot come back with the same token; what was done stays in the results unless `forget`. */
	z.strictObject({ type: z.literal("learner-remove"), learner: idSchema, forget: z.optional(z.boolean()) }),
	z.strictObject({ type: z.literal("learner-rename"), learner: idSchema, name: nameSchema }),

	/** Where the room is now; late joiners land there. Followers go there, nobody's caret or text is touched. */
	z.strictObject({ type: z.literal("lead"), place: placeSchema }),
	/** Nobody is led; the present place stays for late joiners. */
	z.strictObject({ type: z.literal("lead-stop") }),
	z.strictObject({ type: z.literal("announce"), text: textSchema }),
	z.strictObject({ type: z.literal("announcement-remove"), announcement: idSchema }),
	/** A closed gate keeps learners from opening the lesson first; who has opened it keeps it. */
	z.strictObject({ type: z.literal("gate"), lesson: slugSchema, open: z.boolean() }),
	z.strictObject({ type: z.literal("solution-release"), lesson: slugSchema, released: z.boolean() }),
	/** Asks a learner whether their approach may be shown; the answer is `consent-given` or `approach-declined`. */
	z.strictObject({ type: z.literal("approach-ask"), learner: idSchema, lesson: slugSchema }),
	/** Shows it to the room, as it is now. The command's `id` becomes the approach's. Refused with `no-consent`. The name stands beside it only where the learner allowed it. */
	z.strictObject({ type: z.literal("approach-share"), learner: idSchema, lesson: slugSchema }),
	z.strictObject({ type: z.literal("approach-hide"), approach: idSchema }),
	z.strictObject({
		type: z.literal("timer-start"),
		seconds: z.int().check(z.minimum(5), z.maximum(36_000)),
		label: z.optional(titleSchema),
	}),
	z.strictObject({ type: z.literal("timer-stop") }),

	/** The command's `id` becomes the poll's. Refused with `conflict` while another is open or closed but not revealed. */
	z.strictObject({
		type: z.literal("poll-open"),
		...pollQuestionSchema.shape,
		twoVotes: z.boolean(),
	}),
	z.strictObject({ type: z.literal("poll-close"), poll: idSchema }),
	/** Opens round 2 of a poll with two votes whose round 1 is closed. */
	z.strictObject({ type: z.literal("poll-second-vote"), poll: idSchema }),
	/** Closes it if need be. From now on the results are for all, and the question is in everyone's review deck. */
	z.strictObject({ type: z.literal("poll-reveal"), poll: idSchema }),
	/** Takes a revealed poll off the screens; it stays in the results. */
	z.strictObject({ type: z.literal("poll-dismiss"), poll: idSchema }),

	/** Helpers may do these, and nothing else. */
	z.strictObject({ type: z.literal("help-claim"), help: idSchema }),
	/** Gives a claimed call back to the queue, at its old place. */
	z.strictObject({ type: z.literal("help-unclaim"), help: idSchema }),
	z.strictObject({ type: z.literal("help-close"), help: idSchema }),
]);
export type RoomCommand = z.infer<typeof roomCommandSchema>;
export type RoomCommandType = RoomCommand["type"];
export type RoomCommandOf<T extends RoomCommandType> = Extract<RoomCommand, { type: T }>;

/** Commands that a helper may give too. */
export const HELPER_COMMANDS: readonly RoomCommandType[] = ["help-claim", "help-unclaim", "help-close"];

export const sendCommandSchema = z.strictObject({
	/** Made by the client; the same id again is the same command, done once. */
	id: idSchema,
	command: roomCommandSchema,
});
export type SendCommand = z.infer<typeof sendCommandSchema>;

/** The secrets are in it for `key-rotate` and `helper-code-rotate` only, and only the first time. */
export const commandAnswerSchema = z.object({
	version: z.int(),
	instructorKey: z.optional(z.string()),
	helperCode: z.optional(z.string()),
});
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
