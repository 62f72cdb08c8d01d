import { lessonFrontmatterSchema } from "@/lib/lessons/schema";
import type { BaseApp, LessonContent } from "@/lib/lessons/types";
import type { OpenTabChannel } from "./channel";
import type { WorkspaceRecord } from "./record";
import type { Clock } from "./saver";
import type { WorkspaceStorage } from "./storage";
import type { Workspace } from "./types";
import { createWorkspace, type WorkspaceOptions } from "./workspace";

/** Fixtures and stand-ins for the specs of this folder. */

export const BASE: BaseApp = {
	hash: "base",
	files: {
		"app/layout.tsx": "layout",
		"app/page.tsx": "base page",
		"app/globals.css": "css",
		"lib/db.ts": "db",
		"package.json": "{}",
		".env": "A=1",
		"data/seed.json": "[]",
	},
};

export function lessonWith(
	changes: Partial<LessonContent> = {},
	meta: Record<string, unknown> = {},
): LessonContent {
	return {
		slug: "part/lesson",
		meta: lessonFrontmatterSchema.parse({
			title: "A lesson",
			summary: "What it is about, in words",
			points: ["A1"],
			minutes: 5,
			open: ["app/page.tsx", "app/actions.ts", "app/not-there.ts"],
			preview: "/",
			readonly: ["app/fixed.ts"],
			reading: [{ title: "Docs", href: "https://nextjs.org/docs" }],
			...meta,
		}),
		partTitle: "Part",
		previous: null,
		next: null,
		starter: { "app/page.tsx": "starter page", "app/actions.ts": "starter actions", "app/fixed.ts": "fixed" },
		solution: { "app/page.tsx": "solved page", "app/new.ts": "solved new", "lib/db.ts": "solved db" },
		claimFiles: {},
		version: "v1",
		...changes,
	};
}

/** Storage in memory that copies as IndexedDB does, and can be told to fail. */
export function memoryStorage(initial: Record<string, unknown> = {}) {
	const values = new Map(Object.entries(initial));
	const storage: WorkspaceStorage & { values: Map<string, unknown>; writes: string[]; fail: Error | null } = {
		values,
		writes: [],
		fail: null,
		async read(key) {
			if (storage.fail) throw storage.fail;
			return structuredClone(values.get(key));
		},
		async write(key, value) {
			if (storage.fail) throw storage.fail;
			storage.writes.push(key);
			values.set(key, structuredClone(value));
		},
		async keys() {
			if (storage.fail) throw storage.fail;
			return [...values.keys()];
		},
	};
	return storage;
}

/** A clock that stands still until it is moved. */
export function fakeClock(start = 1_000): Clock & { advance(ms: number): void } {
	let now = start;
	let timers: { due: number; callback: () => void }[] = [];
	return {
		now: () => now,
		after(ms, callback) {
			const timer = { due: now + ms, callback };
			timers.push(timer);
			return () => {
				timers = timers.filter((each) => each !== timer);
			};
		},
		advance(ms) {
			const until = now + ms;
			for (;;) {
				const next = timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
				if (!next) break;
				timers = timers.filter((each) => each !== next);
				now = next.due;
				next.callback();
			}
			now = until;
		},
	};
}

/** The part of Web Locks that is used here: one holder for each name, the others wait in order. */
export function fakeLocks(): Pick<LockManager, "request"> & { held: Set<string> } {
	const held = new Set<string>();
	const tails = new Map<string, Promise<unknown>>();
	async function request(name: string, { signal }: LockOptions, run: LockGrantedCallback<unknown>) {
		const before = tails.get(name) ?? Promise.resolve();
		const aborted = new Promise((_, reject) => {
			signal?.addEventListener("abort", () => reject(signal.reason));
		});
		const turn = Promise.race([before, aborted]).then(async () => {
			held.add(name);
			try {
				return await run({ name, mode: "exclusive" });
			} finally {
				held.delete(name);
			}
		});
		tails.set(name, Promise.allSettled([before, turn]));
		return turn;
	}
	return { held, request: request as LockManager["request"] };
}

/** Tabs that hear each other at once. */
export function tabs(): OpenTabChannel {
	const listeners = new Set<(record: WorkspaceRecord) => void>();
	return (_lesson, onRecord, signal) => {
		listeners.add(onRecord);
		signal.addEventListener("abort", () => listeners.delete(onRecord));
		return {
			post(record) {
				for (const listener of listeners) if (listener !== onRecord) listener(structuredClone(record));
			},
		};
	};
}

export const silentChannel: OpenTabChannel = () => ({ post: () => undefined });

/** A workspace that has been read; its parts as given, or stand-ins. */
export async function openWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
	const workspace = createWorkspace({
		lesson: lessonWith(),
		base: BASE,
		storage: memoryStorage(),
		clock: fakeClock(),
		openChannel: silentChannel,
		signal: new AbortController().signal,
		...options,
	});
	await hydrated(workspace);
	return workspace;
}

export function hydrated(workspace: Workspace): Promise<void> {
	if (workspace.store.getState().hydrated) return Promise.resolve();
	return new Promise((resolve) => {
		const unsubscribe = workspace.store.subscribe((state) => {
			if (!state.hydrated) return;
			unsubscribe();
			resolve();
		});
	});
}
