import * as z from "zod/mini";

const said = { message: z.string() };

/**
 * Every refusal of the hub: the body of each answer that is not 2xx, as `{ error }`. The message is for people: what
 * happened, what is still safe, what to do next.
 */
export const hubErrorSchema = z.discriminatedUnion("code", [
	/** 404. No room has this code, or it was deleted. */
	z.object({ code: z.literal("no-room"), ...said }),
	/** 404. This learner, call, poll, approach or snapshot is not (or no longer) there. */
	z.object({ code: z.literal("not-there"), ...said }),
	/** 429. Too many wrong codes or keys from this address, or too many rooms. */
	z.object({ code: z.literal("too-many-tries"), ...said, retryAfterMs: z.number() }),
	/** 429. Faster than the bounds allow; nothing was taken, the same again later is right. */
	z.object({ code: z.literal("too-fast"), ...said, retryAfterMs: z.number() }),
	/** 401. No token, or one that this room does not know: join again. */
	z.object({ code: z.literal("unknown-token"), ...said }),
	/** 403. The token is good, and this is not for its role. */
	z.object({ code: z.literal("forbidden"), ...said }),
	/** 403. Locked for newcomers. */
	z.object({ code: z.literal("locked"), ...said }),
	/** 403. The instructor removed this learner. */
	z.object({ code: z.literal("removed"), ...said }),
	/** 410. The session is over; nothing is taken any more. */
	z.object({ code: z.literal("ended"), ...said }),
	/** 409. The room is full. */
	z.object({ code: z.literal("full"), ...said }),
	/** 403. The learner has not agreed, or no longer does. */
	z.object({ code: z.literal("no-consent"), ...said }),
	/** 409. Not in this phase: another poll is open, the round is closed, somebody else claimed the call. */
	z.object({ code: z.literal("conflict"), ...said }),
	/** 400. `place` says where in the request. */
	z.object({ code: z.literal("bad-request"), ...said, place: z.string() }),
	/** 413 */
	z.object({ code: z.literal("too-large"), ...said, limit: z.number() }),
	/** 403. The request came from a page of another site, or by a name that is not this playground's. */
	z.object({ code: z.literal("wrong-origin"), ...said }),
	/** 501. This playground was set up without workshops. */
	z.object({ code: z.literal("off"), ...said }),
	/** 503. The store cannot be opened or reached. */
	z.object({ code: z.literal("no-store"), ...said }),
	/** 500 */
	z.object({ code: z.literal("internal"), ...said }),
]);
export type HubErrorValue = z.infer<typeof hubErrorSchema>;
export type HubErrorCode = HubErrorValue["code"];

export const hubErrorBodySchema = z.object({ error: hubErrorSchema });

export const HUB_ERROR_STATUS: Record<HubErrorCode, number> = {
	"no-room": 404,
	"not-there": 404,
	"too-many-tries": 429,
	"too-fast": 429,
	"unknown-token": 401,
	forbidden: 403,
	locked: 403,
	removed: 403,
	ended: 410,
	full: 409,
	"no-consent": 403,
	conflict: 409,
	"bad-request": 400,
	"too-large": 413,
	"wrong-origin": 403,
	off: 501,
	"no-store": 503,
	internal: 500,
};

type Details<C extends HubErrorCode> = Omit<Extract<HubErrorValue, { code: C }>, "code" | "message">;

/** A refusal, thrown: by the hub, and by a client that read one. */
export class HubError extends Error {
	override readonly name = "HubError";
	readonly value: HubErrorValue;
	constructor(value: HubErrorValue, options?: { cause?: unknown }) {
		super(value.message, options);
		this.value = value;
	}
	get code(): HubErrorCode {
		return this.value.code;
	}
}

/** A refusal of one kind; `details` are what this kind has besides its message. */
export function hubError<C extends HubErrorCode>(
	code: C,
	message: string,
	...details: keyof Details<C> extends never ? [] : [Details<C>]
): HubError {
	return new HubError({ code, message, ...details[0] } as unknown as HubErrorValue);
}

/** True across bundles, where `instanceof` is not. */
export function isHubError(error: unknown): error is HubError {
	return error instanceof Error && error.name === "HubError" && "value" in error;
}
