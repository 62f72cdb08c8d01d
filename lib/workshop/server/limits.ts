import { hubError } from "../contract";
import { type BucketOptions, Buckets } from "./buckets";

export interface LimitOptions {
	/** Wrong codes and keys of one address: a classroom behind one address mistypes more than a person. */
	wrongTries: BucketOptions;
	/** Of all addresses together. */
	allWrongTries: BucketOptions;
	/** Rooms made by one address. */
	rooms: BucketOptions;
	/** Requests of one member. */
	requests: BucketOptions;
	/** Events of one member: an outbox that was away for an hour empties in bursts. */
	events: BucketOptions;
	/** Bytes of one member. */
	bytes: BucketOptions;
}

const DEFAULTS: LimitOptions = {
	wrongTries: { burst: 200, perSecond: 2 },
	allWrongTries: { burst: 2_000, perSecond: 50 },
	rooms: { burst: 20, perSecond: 1 / 60 },
	requests: { burst: 60, perSecond: 5 },
	events: { burst: 600, perSecond: 20 },
	bytes: { burst: 4_000_000, perSecond: 150_000 },
};

/** How often and how much, by address or by member. */
export class Limits {
	private readonly buckets: Record<keyof LimitOptions, Buckets>;

	constructor(options: Partial<LimitOptions> = {}) {
		const of = (name: keyof LimitOptions) => new Buckets(options[name] ?? DEFAULTS[name]);
		this.buckets = {
			wrongTries: of("wrongTries"),
			allWrongTries: of("allWrongTries"),
			rooms: of("rooms"),
			requests: of("requests"),
			events: of("events"),
			bytes: of("bytes"),
		};
	}

	/** @throws HubError `too-many-tries` after too many wrong ones */
	mayTry(address: string): void {
		const { wrongTries, allWrongTries } = this.buckets;
		const wait = Math.max(wrongTries.waitFor(address), allWrongTries.waitFor(""));
		if (wait > 0)
			throw hubError(
				"too-many-tries",
				"There were too many wrong codes from your network. Wait a moment, look at the code again, and try once more.",
				{ retryAfterMs: wait },
			);
	}

	triedWrong(address: string): void {
		this.buckets.wrongTries.spend(address);
		this.buckets.allWrongTries.spend("");
	}

	/** @throws HubError `too-many-tries` */
	roomMade(address: string): void {
		const wait = this.buckets.rooms.take(address);
		if (wait > 0)
			throw hubError(
				"too-many-tries",
				"Too many rooms were made from your network. Wait a while, then try again.",
				{
					retryAfterMs: wait,
				},
			);
	}

	/** @throws HubError `too-fast` */
	request(member: string, bytes: number, events = 0): void {
		const { requests, events: eventsOf, bytes: bytesOf } = this.buckets;
		const wait = Math.max(
			requests.waitFor(member),
			events > 0 ? eventsOf.waitFor(member, events) : 0,
			bytesOf.waitFor(member, bytes),
		);
		if (wait > 0)
			throw hubError(
				"too-fast",
				"That was more than this room takes at once. Nothing is lost; it is sent again in a moment.",
				{ retryAfterMs: wait },
			);
		requests.spend(member);
		if (events > 0) eventsOf.spend(member, events);
		bytesOf.spend(member, bytes);
	}
}
