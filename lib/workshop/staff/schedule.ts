import type { AgendaStep, InstructorView } from "../contract";

const MINUTE = 60_000;

/** How a session stands against its agenda. Times are milliseconds since the epoch, by the hub's clock. */
export interface Schedule {
	/** Index of the step where the room is. */
	current: number;
	/** When the room came to the first step it came to; `null` before that. */
	startedAt: number | null;
	/** Positive: late, by so many milliseconds; negative: early. `null` before the start. */
	drift: number | null;
	/** When the session will end if every step left takes its time; `null` before the start. */
	endsAt: number | null;
	/** Time used and planned of the current step, in milliseconds; `null` before the room came to it. */
	step: { used: number; planned: number } | null;
}

/**
 * The room is late as soon as the present step can no longer end when the plan says: it began late, or it has had its
 * minutes. It is early when it began early.
 * @param reached When the room came to each lesson, where that is known.
 * @param current The lesson where the room is; without one the first.
 */
export function scheduleOf(
	agenda: readonly AgendaStep[],
	reached: Readonly<Record<string, number>>,
	current: string | undefined,
	now: number,
): Schedule {
	const index = Math.max(
		0,
		agenda.findIndex(({ lesson }) => lesson === current),
	);
	const times = agenda.flatMap(({ lesson }) => reached[lesson] ?? []);
	const planned = sum(agenda);
	const none: Schedule = { current: index, startedAt: null, drift: null, endsAt: null, step: null };
	const step = agenda[index];
	if (times.length === 0 || step === undefined) return none;
	const startedAt = Math.min(...times);
	const reachedAt = reached[step.lesson] ?? now;
	const end = Math.max(now, reachedAt + step.minutes * MINUTE);
	const drift = end - (startedAt + sum(agenda.slice(0, index + 1)) * MINUTE);
	return {
		current: index,
		startedAt,
		drift,
		endsAt: startedAt + planned * MINUTE + drift,
		step: { used: Math.max(0, now - reachedAt), planned: step.minutes * MINUTE },
	};
}

/**
 * When the room came to each lesson. Where the leader has not led, it is when somebody first opened the lesson: rooms are
 * also run by word of mouth.
 */
export function reachedTimes(view: Pick<InstructorView, "learners">): Record<string, number> {
	const first: Record<string, number> = {};
	for (const { lessons } of Object.values(view.learners)) {
		for (const [lesson, { openedAt }] of Object.entries(lessons)) {
			if (openedAt !== undefined) first[lesson] = Math.min(first[lesson] ?? openedAt, openedAt);
		}
	}
	return first;
}

/** Minutes of these steps together. */
export function sum(steps: readonly Pick<AgendaStep, "minutes">[]): number {
	return steps.reduce((total, { minutes }) => total + minutes, 0);
}
