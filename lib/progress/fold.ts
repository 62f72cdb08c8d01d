import type { LessonEvent, ProgressEvent } from "./events";

export interface LessonProgress {
	/** Milliseconds since the epoch, as all times here. */
	firstAt: number;
	lastAt: number;
	/** When each check was green for the first time. */
	passed: Record<string, number>;
	/** How often each check failed. */
	failures: Record<string, number>;
	/** The highest hint opened, by check. */
	hints: Record<string, number>;
	solutionViewed: boolean;
	solutionApplied: boolean;
	completedAt: number | null;
}

export interface Progress {
	lessons: Record<string, LessonProgress>;
	/** The lesson of the newest event. */
	lastLesson: string | null;
}

/**
 * What the events say. Neither their order nor an event given twice makes a difference; of two different events under
 * one `(clientId, seq)`, which only a damaged file can hold, the same one is taken every time.
 */
export function foldProgress(events: readonly ProgressEvent[]): Progress {
	const progress: Progress = { lessons: {}, lastLesson: null };
	let newest: LessonEvent | null = null;
	for (const event of uniqueEvents(events)) {
		if (!isLessonEvent(event)) continue;
		if (!Object.hasOwn(progress.lessons, event.lesson)) {
			define(progress.lessons, event.lesson, emptyLesson(event.at));
		}
		apply(progress.lessons[event.lesson] as LessonProgress, event);
		// A kata is no place in the lesson map to go on from.
		if (!event.lesson.startsWith("kata/") && (newest === null || isNewer(event, newest))) newest = event;
	}
	progress.lastLesson = newest?.lesson ?? null;
	return progress;
}

/** Whether an event tells of a lesson; the others tell of questions. */
export function isLessonEvent(event: ProgressEvent): event is LessonEvent {
	return "lesson" in event;
}

/** One event for each `(clientId, seq)`, in an order of their own. */
export function uniqueEvents(events: readonly ProgressEvent[]): ProgressEvent[] {
	const byKey = new Map<string, ProgressEvent>();
	for (const event of events) {
		const key = eventKey(event);
		const other = byKey.get(key);
		if (other === undefined || canonical(event) < canonical(other)) byKey.set(key, event);
	}
	return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
}

/** Names an event in the log; sorts by client, then by number. */
export function eventKey({ clientId, seq }: Pick<ProgressEvent, "clientId" | "seq">): string {
	return `${clientId}:${String(seq).padStart(16, "0")}`;
}

function apply(lesson: LessonProgress, event: LessonEvent): void {
	lesson.firstAt = Math.min(lesson.firstAt, event.at);
	lesson.lastAt = Math.max(lesson.lastAt, event.at);
	switch (event.type) {
		case "lesson-opened":
			return;
		case "check-passed":
			define(lesson.passed, event.check, Math.min(own(lesson.passed, event.check) ?? event.at, event.at));
			return;
		case "check-failed":
			define(lesson.failures, event.check, (own(lesson.failures, event.check) ?? 0) + 1);
			return;
		case "hint-opened":
			define(lesson.hints, event.check, Math.max(own(lesson.hints, event.check) ?? 0, event.level));
			return;
		case "solution-viewed":
			lesson.solutionViewed = true;
			return;
		case "solution-applied":
			lesson.solutionApplied = true;
			return;
		case "lesson-completed":
			lesson.completedAt = Math.min(lesson.completedAt ?? event.at, event.at);
	}
}

function emptyLesson(at: number): LessonProgress {
	return {
		firstAt: at,
		lastAt: at,
		passed: {},
		failures: {},
		hints: {},
		solutionViewed: false,
		solutionApplied: false,
		completedAt: null,
	};
}

function isNewer(a: LessonEvent, b: LessonEvent): boolean {
	return a.at === b.at ? eventKey(a) > eventKey(b) : a.at > b.at;
}

function canonical(event: ProgressEvent): string {
	return JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
}

// Names come from imported files too: `__proto__` must be a name like any other.
function define<T>(record: Record<string, T>, key: string, value: T): void {
	Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
