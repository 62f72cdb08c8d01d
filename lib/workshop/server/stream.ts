import { hubError } from "../contract";
import { HEADERS } from "./http";
import type { Hub } from "./hub";
import { Receiver, type Watching } from "./receivers";
import type { Room } from "./room";

/** Beyond this a receiver that does not read is not sent more; changes wait and come as one. */
const BACKLOG_BYTES = 512_000;
/** Streams of one member: windows, and those whose end nobody noticed yet. */
const MAX_STREAMS = 6;

/** An open stream of one's view as server-sent events. */
export function streamAnswer(
	hub: Hub,
	room: Room,
	watching: Watching,
	lastEventId: string | null,
	signal: AbortSignal,
): Response {
	if (room.viewFor(watching) === null) throw hubError("forbidden", "This view is not for you.");
	limitStreams(room, watching);
	const encoder = new TextEncoder();
	let receiver: Receiver | null = null;
	const leave = () => {
		if (!receiver) return;
		room.removeReceiver(receiver);
		receiver = null;
		hub.presenceChanged(room);
	};
	const body = new ReadableStream<Uint8Array>(
		{
			start(controller) {
				const write = (text: string) => {
					try {
						controller.enqueue(encoder.encode(text));
					} catch {
						// The other side is gone; `cancel` or the signal says so in a moment.
					}
				};
				const close = () => {
					leave();
					try {
						controller.close();
					} catch {
						// Closed already.
					}
				};
				receiver = new Receiver(
					watching,
					write,
					() => (controller.desiredSize ?? 0) > 0,
					() => hub.nextMessageId(),
					close,
					room.state.version,
				);
				const had = lastEventId === null ? null : room.resumables.find(lastEventId, watching, Date.now());
				if (had) receiver.resumeFrom(had);
				// Something must be sent for the headers to leave, also when there is nothing new.
				write(": welcome\n\n");
				room.addReceiver(receiver);
				hub.presenceChanged(room);
				signal.addEventListener("abort", close, { once: true });
				if (signal.aborted) close();
			},
			cancel: leave,
		},
		new ByteLengthQueuingStrategy({ highWaterMark: BACKLOG_BYTES }),
	);
	return new Response(body, {
		headers: { ...HEADERS, "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" },
	});
}

function limitStreams(room: Room, { actor }: Watching): void {
	if (actor.role === "instructor") return;
	const own = [...room.receivers].filter(({ watching }) => {
		return watching.actor.role !== "instructor" && watching.actor.id === actor.id;
	});
	for (const oldest of own.slice(0, Math.max(0, own.length - MAX_STREAMS + 1))) oldest.close();
}
