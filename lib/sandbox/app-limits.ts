import * as z from "zod";

/** A bound that an app has passed, which is why it was ended. */
export const appLimitSchema = z.object({
	/** `heap`: the JavaScript memory of one process; `memory`: all memory of all its processes. */
	of: z.enum(["heap", "memory", "processes", "cpu"]),
	/** The bound: megabytes, a number of processes, or seconds of processor time. */
	allowed: z.number(),
});
export type AppLimit = z.infer<typeof appLimitSchema>;

/** For the learner: what was too much, and where to look. */
export function limitInWords({ of, allowed }: AppLimit): string {
	switch (of) {
		case "heap":
			return `A process of the app used more than ${megabytes(allowed)} of memory and was ended. Look for a list, a string or a loop that grows without end.`;
		case "memory":
			return `The app used more than ${megabytes(allowed)} of memory in all its processes and was ended. Look for buffers, or for programs it starts, that grow without end.`;
		case "processes":
			return `The app ran more than ${allowed} processes at a time and was ended. Look for code that starts a program in a loop, or that starts itself.`;
		case "cpu":
			return `The app used ${allowed} seconds of processor time while nobody asked it for anything, and was ended. Look for a loop that never ends in a timer, a worker or a program it starts.`;
	}
}

function megabytes(many: number): string {
	return many < 1_024 ? `${many} MB` : `${Number((many / 1_024).toFixed(1))} GB`;
}
