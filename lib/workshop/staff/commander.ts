import { abortableDelay } from "@/lib/util/delay";
import { randomId } from "@/lib/util/random-id";
import { isHubUnreachable, type Pass, type RequestOptions, sendCommand } from "../client/requests";
import { type CommandAnswer, isHubError, type RoomCommand } from "../contract";

export interface CommanderOptions extends RequestOptions {
	delay?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const PAUSES_MS = [400, 1_500];

/**
 * Gives a command to the hub; where no answer comes, or the hub asks for patience, the same again, which does no harm.
 * Rejects with a sentence for people: a refusal of the hub, or that it cannot be known whether the command arrived.
 * @param id of the command, which becomes the id of the poll or approach it makes
 */
export async function command(
	pass: Pass,
	command: RoomCommand,
	{ delay = abortableDelay, ...options }: CommanderOptions = {},
	id: string = randomId(),
): Promise<CommandAnswer> {
	const signal = options.signal ?? new AbortController().signal;
	for (let attempt = 0; ; attempt += 1) {
		try {
			return await sendCommand(pass, { id, command }, options);
		} catch (error) {
			const pause = PAUSES_MS[attempt];
			if (pause !== undefined && mayPass(error)) {
				await delay(pause, signal);
				continue;
			}
			if (isHubUnreachable(error))
				throw new Error(
					`${error.message} It may not have been done: look at the room when the line is back.`,
					{
						cause: error,
					},
				);
			throw error;
		}
	}
}

function mayPass(error: unknown): boolean {
	if (isHubUnreachable(error)) return true;
	return (
		isHubError(error) && (error.code === "too-fast" || error.code === "no-store" || error.code === "internal")
	);
}
