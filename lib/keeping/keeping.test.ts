import { describe, expect, it, vi } from "vitest";
import { createKeeping, type KeepingOptions } from "./keeping";
import { type Found, MARKER_KEY } from "./marker";

/** `localStorage` in memory. */
function memory() {
	const values = new Map<string, string>();
	return {
		values,
		getItem: (key: string) => values.get(key) ?? null,
		setItem: (key: string, value: string) => void values.set(key, value),
	};
}

/** A browser across pages: what it keeps, and how a page of it is opened. */
function browser(options: Partial<KeepingOptions> = {}) {
	const outside = memory();
	const kept: { lessons: string[]; client: string | null } = { lessons: [], client: null };
	const clock = { now: 1_000 };
	return {
		kept,
		clock,
		outside,
		async page(changes: Partial<KeepingOptions> = {}) {
			const keeping = createKeeping({
				memory: outside,
				storage: undefined,
				look: async (): Promise<Found> => structuredClone(kept),
				now: () => clock.now,
				...options,
				...changes,
			});
			await keeping.check();
			return keeping;
		},
	};
}

async function worked(options: Partial<KeepingOptions> = {}) {
	const here = browser(options);
	const first = await here.page();
	here.kept.lessons.push("a/b", "c/d");
	here.kept.client = "client-1";
	first.noteLesson("a/b");
	first.noteLesson("c/d");
	await first.noteProgress();
	return here;
}

const noticeOf = ({ store }: Awaited<ReturnType<ReturnType<typeof browser>["page"]>>) =>
	store.getState().notice;

describe("what the browser has thrown away", () => {
	it("is not spoken of in a browser that is new, or keeps everything", async () => {
		expect(noticeOf(await browser().page())).toBeNull();
		expect(noticeOf(await (await worked()).page())).toBeNull();
	});

	it("is told when the databases are empty", async () => {
		const here = await worked();
		Object.assign(here.kept, { lessons: [], client: null });
		expect(noticeOf(await here.page())).toEqual({ kind: "lost", lessons: 2, progress: true, at: 1_000 });
	});

	it("is told also when something was written before it was looked for", async () => {
		const here = await worked();
		Object.assign(here.kept, { lessons: ["c/d"], client: "client-2" });
		expect(noticeOf(await here.page())).toEqual({ kind: "lost", lessons: 1, progress: true, at: 1_000 });
	});

	it("is told on every page until it is put away, and then no more", async () => {
		const here = await worked();
		Object.assign(here.kept, { lessons: [], client: "client-2" });
		const page = await here.page();
		page.noteLesson("new/one");
		here.kept.lessons.push("new/one");
		const next = await here.page();
		expect(noticeOf(next)).toMatchObject({ kind: "lost", lessons: 2, at: 1_000 });
		next.dismiss();
		expect(noticeOf(next)).toBeNull();
		expect(noticeOf(await here.page())).toBeNull();
		here.kept.lessons = [];
		expect(noticeOf(await here.page())).toMatchObject({ kind: "lost", lessons: 1, progress: false });
	});

	it("is not guessed at where the databases cannot be read, or the marker is damaged", async () => {
		const here = await worked();
		expect(noticeOf(await here.page({ look: () => Promise.reject(new Error("no")) }))).toBeNull();
		here.kept.lessons = [];
		here.outside.values.set(MARKER_KEY, '{"lessons":7}');
		expect(noticeOf(await here.page())).toBeNull();
		expect(noticeOf(await here.page({ memory: null }))).toBeNull();
	});

	it("was last kept at a time known to the minute", async () => {
		const here = await worked();
		const page = await here.page();
		here.clock.now = 50_000;
		page.noteLesson("a/b");
		here.clock.now = 70_000;
		page.noteLesson("a/b");
		here.clock.now = 90_000;
		page.noteLesson("a/b");
		here.kept.lessons = [];
		expect(noticeOf(await here.page())).toMatchObject({ at: 70_000 });
	});
});

describe("space", () => {
	const storage = (usage: number, persisted = false) => ({
		estimate: async () => ({ usage, quota: 100 }),
		persisted: async () => persisted,
	});

	it("is spoken of when it is short and the browser may throw things away", async () => {
		const here = browser();
		expect(noticeOf(await here.page({ storage: storage(80) }))).toBeNull();
		expect(noticeOf(await here.page({ storage: storage(81, true) }))).toBeNull();
		expect(noticeOf(await here.page({ storage: storage(81) }))).toEqual({ kind: "space-short" });
	});

	it("is not spoken of again once that was put away, until there was room in between", async () => {
		const here = browser();
		(await here.page({ storage: storage(90) })).dismiss();
		expect(noticeOf(await here.page({ storage: storage(90) }))).toBeNull();
		expect(noticeOf(await here.page({ storage: storage(10) }))).toBeNull();
		expect(noticeOf(await here.page({ storage: storage(90) }))).toEqual({ kind: "space-short" });
	});

	it("does not push aside that something is gone", async () => {
		const here = await worked({ storage: storage(90) });
		here.kept.lessons = [];
		expect(noticeOf(await here.page())).toMatchObject({ kind: "lost" });
	});

	it("is not spoken of where the browser does not say", async () => {
		const failing = { estimate: () => Promise.reject(new Error("no")) };
		expect(noticeOf(await browser().page({ storage: failing }))).toBeNull();
	});
});

describe("askToPersist", () => {
	it("asks once ever, and remembers the answer", async () => {
		const persist = vi.fn(async () => false);
		const here = browser({ storage: { persist, persisted: async () => false } });
		const page = await here.page();
		expect(persist).not.toHaveBeenCalled();
		await page.askToPersist();
		await page.askToPersist();
		await (await here.page()).askToPersist();
		expect(persist).toHaveBeenCalledOnce();
		expect(JSON.parse(here.outside.values.get(MARKER_KEY)!)).toMatchObject({
			asked: { at: 1_000, granted: false },
		});
	});

	it("does not ask again while the question is open", async () => {
		const persist = vi.fn(() => new Promise<boolean>(() => {}));
		const here = browser({ storage: { persist } });
		void (await here.page()).askToPersist();
		void (await here.page()).askToPersist();
		await new Promise((resolve) => setImmediate(resolve));
		expect(persist).toHaveBeenCalledOnce();
	});

	it("does not ask a browser that keeps everything anyway, cannot, or refuses", async () => {
		const persist = vi.fn(async () => true);
		await (await browser({ storage: { persist, persisted: async () => true } }).page()).askToPersist();
		expect(persist).not.toHaveBeenCalled();
		await (await browser({ storage: {} }).page()).askToPersist();
		const refusing = { persist: () => Promise.reject(new Error("no")) };
		await expect((await browser({ storage: refusing }).page()).askToPersist()).resolves.toBeUndefined();
	});
});
