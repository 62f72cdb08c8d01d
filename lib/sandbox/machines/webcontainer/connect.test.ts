import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hashText } from "@/lib/sandbox/files";
import type { Container } from "./api";
import { BOOT_TIMEOUT_MS, type ConnectProgress, connectWebContainer } from "./connect";
import { diagnosisOf } from "./diagnosis";
import { makeContainer, makePage, SOUND } from "./test-container";

const ok = (bytes: Uint8Array<ArrayBuffer>) => async () => new Response(bytes);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("connecting", () => {
	it("boots, mounts the snapshot, then the base files", async () => {
		const { container, mocks, calls } = makeContainer();
		const { page, api } = makePage(async () => container);
		const progress: ConnectProgress[] = [];
		const bytes = new Uint8Array([0x81, 1, 2]);
		const machine = await connectWebContainer({
			page,
			snapshotUrl: "/snapshot",
			fetch: ok(bytes),
			baseFiles: { "app/page.tsx": "page" },
			coep: "require-corp",
			workdirName: "app",
			apiKey: "key",
			onProgress: (event) => progress.push(event),
		});
		expect(api.configureAPIKey).toHaveBeenCalledExactlyOnceWith("key");
		expect(api.boot).toHaveBeenCalledExactlyOnceWith({
			coep: "require-corp",
			workdirName: "app",
			forwardPreviewErrors: false,
		});
		expect(mocks.mount.mock.calls.map(([what]) => what)).toEqual([
			bytes,
			{ app: { directory: { "page.tsx": { file: { contents: "page" } } } } },
		]);
		expect(calls).toEqual(["mount", "mount"]);
		expect(machine.manifest).toEqual({ "app/page.tsx": hashText("page") });
		expect(progress.map(({ stage }) => stage)).toEqual(["booting", "downloading", "downloading", "mounting"]);
	});

	it("sets the key before the page's first start only, when the API still hears it", async () => {
		const { page, api } = makePage(async () => makeContainer().container);
		for (const apiKey of ["key", "key"]) await (await connectWebContainer({ page, apiKey })).dispose();
		expect(api.configureAPIKey).toHaveBeenCalledOnce();
	});

	it("passes on what the preview and the WebContainer say", async () => {
		const { container, emit } = makeContainer();
		const { page, api } = makePage(async () => container);
		const onPreviewMessage = vi.fn();
		const onTrouble = vi.fn();
		await connectWebContainer({ page, onPreviewMessage, onTrouble });
		emit("preview-message", { type: "PREVIEW_UNCAUGHT_EXCEPTION" });
		emit("error", { message: "inner trouble" });
		expect(api.boot).toHaveBeenCalledWith({ forwardPreviewErrors: true });
		expect(onPreviewMessage).toHaveBeenCalledWith({ type: "PREVIEW_UNCAUGHT_EXCEPTION" });
		expect(onTrouble).toHaveBeenCalledWith("inner trouble");
	});
});

describe("refusals", () => {
	it("come at once where the page can have none, and nothing is loaded", async () => {
		const { page, api } = makePage(async () => makeContainer().container, {
			surroundings: { ...SOUND, crossOriginIsolated: false },
		});
		const error = await connectWebContainer({ page }).catch((reason: unknown) => reason);
		expect(error).toMatchObject({ code: "unsupported", retryable: false });
		expect(diagnosisOf(error)?.probe).toBe("cross-origin-isolation");
		expect(api.boot).not.toHaveBeenCalled();
	});

	it("come with the deadline when a boot hangs, and free the page's place", async () => {
		const { page, withdraw } = makePage(() => new Promise(() => {}));
		const refused = connectWebContainer({ page }).catch((reason: unknown) => reason);
		await vi.advanceTimersByTimeAsync(BOOT_TIMEOUT_MS - 1);
		expect(withdraw).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		const error = await refused;
		expect(error).toMatchObject({ code: "unsupported", retryable: true });
		expect(diagnosisOf(error)?.probe).toBe("boot-time");
		expect(withdraw).toHaveBeenCalledOnce();
	});

	it("come once, before anything is loaded, after the browser ended the page with a WebContainer in it", async () => {
		const notes = [true, false];
		const { page, api } = makePage(async () => makeContainer().container, {
			surroundings: { ...SOUND, tabDied: () => notes.shift() ?? false },
		});
		const error = await connectWebContainer({ page }).catch((reason: unknown) => reason);
		expect(diagnosisOf(error)).toMatchObject({
			probe: "memory",
			what: expect.stringContaining("closed this page"),
		});
		expect(api.boot).not.toHaveBeenCalled();
		await expect(connectWebContainer({ page })).resolves.toMatchObject({ kind: "webcontainer" });
	});

	it("come early when the host does not answer; but a host that speaks is given its time", async () => {
		const gone = {
			...SOUND,
			hostSpoke: false,
			reachHost: () => Promise.reject(new TypeError("Failed to fetch")),
		};
		const { page } = makePage(() => new Promise(() => {}), { surroundings: gone });
		const refused = connectWebContainer({ page }).catch((reason: unknown) => reason);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(diagnosisOf(await refused)?.probe).toBe("host");

		const late = makeContainer().container;
		const { page: slow } = makePage(() => new Promise((resolve) => setTimeout(resolve, 30_000, late)), {
			surroundings: { ...gone, hostSpoke: true },
		});
		const made = connectWebContainer({ page: slow });
		await vi.advanceTimersByTimeAsync(30_000);
		await expect(made).resolves.toMatchObject({ kind: "webcontainer" });
	});

	it("keep the words of a boot that was refused", async () => {
		const cause = new Error("not today");
		const { page } = makePage(() => Promise.reject(cause));
		const error = await connectWebContainer({ page }).catch((reason: Error) => reason);
		expect(error).toMatchObject({ code: "unsupported", message: expect.stringContaining("not today") });
		expect(((error as Error).cause as Error).cause).toBe(cause);
	});

	it("name an API that cannot even be loaded", async () => {
		const { page } = makePage(async () => makeContainer().container, {
			loadApi: () => Promise.reject(new TypeError("Failed to fetch dynamically imported module")),
		});
		await expect(connectWebContainer({ page })).rejects.toMatchObject({ code: "unsupported" });
	});

	it("come by signal, before and while booting", async () => {
		const { page, api, withdraw } = makePage(() => new Promise(() => {}));
		await expect(connectWebContainer({ page, signal: AbortSignal.abort() })).rejects.toMatchObject({
			code: "cancelled",
		});
		expect(api.boot).not.toHaveBeenCalled();
		const stop = new AbortController();
		const connecting = connectWebContainer({ page, signal: stop.signal });
		stop.abort();
		await expect(connecting).rejects.toMatchObject({ code: "cancelled" });
		expect(withdraw).toHaveBeenCalledOnce();
	});
});

describe("a snapshot that cannot be had", () => {
	it("ends the start without waiting for the boot", async () => {
		const { page } = makePage(() => new Promise(() => {}));
		const fetch = async () => new Response("gone", { status: 410 });
		await expect(connectWebContainer({ page, snapshotUrl: "/s", fetch })).rejects.toMatchObject({
			code: "start-failed",
			message: expect.stringContaining("410"),
			retryable: true,
		});
	});

	it.each([
		["is cut short", ok(new Uint8Array(3)), "3 bytes instead of 4"],
		["is not answered", () => Promise.reject(new TypeError("Failed to fetch")), "the connection failed"],
	])("because it %s is told", async (_, fetch, words) => {
		const { page } = makePage(async () => makeContainer().container);
		const options = { page, snapshotUrl: "/s", snapshotBytes: 4, fetch };
		await expect(connectWebContainer(options)).rejects.toMatchObject({
			code: "start-failed",
			message: expect.stringContaining(words),
		});
	});

	it("or that cannot be mounted ends the WebContainer", async () => {
		const { container, mocks } = makeContainer();
		mocks.mount.mockRejectedValue(new Error("out of memory"));
		const { page, withdraw } = makePage(async () => container);
		const options = { page, snapshotUrl: "/s", fetch: ok(new Uint8Array(4)) };
		await expect(connectWebContainer(options)).rejects.toMatchObject({ code: "start-failed" });
		expect(mocks.teardown).toHaveBeenCalledOnce();
		expect(withdraw).toHaveBeenCalledOnce();
	});

	it("is put together from its pieces, known size or not", async () => {
		const piece = (value: number) => new Uint8Array(700_000).fill(value);
		const fetch = async () =>
			new Response(
				new ReadableStream({
					start(controller) {
						for (const value of [1, 2, 3]) controller.enqueue(piece(value));
						controller.close();
					},
				}),
			);
		for (const snapshotBytes of [null, 2_100_000]) {
			const { container, mocks } = makeContainer();
			const { page } = makePage(async () => container);
			await connectWebContainer({ page, snapshotUrl: "/s", snapshotBytes, fetch });
			const mounted = mocks.mount.mock.calls[0]![0] as Uint8Array;
			expect(mounted.buffer.byteLength).toBe(2_100_000);
			expect([0, 700_000, 2_099_999].map((at) => mounted[at])).toEqual([1, 2, 3]);
		}
	});
});

describe("one in a page", () => {
	it("a second is refused, the next is taken after the first", async () => {
		const { page, api } = makePage(async () => makeContainer().container);
		const first = await connectWebContainer({ page });
		await expect(connectWebContainer({ page })).rejects.toMatchObject({
			code: "too-many-machines",
			retryable: true,
		});
		await first.dispose();
		await connectWebContainer({ page });
		expect(api.boot).toHaveBeenCalledTimes(2);
	});

	it("a boot that hung is taken up again, its host loaded anew", async () => {
		let finish!: (container: Container) => void;
		const booting = new Promise<Container>((resolve) => {
			finish = resolve;
		});
		const { page, api, reloadHost } = makePage(() => booting);
		const first = connectWebContainer({ page, bootTimeoutMs: 10 }).catch(() => "refused");
		await vi.advanceTimersByTimeAsync(10);
		expect(await first).toBe("refused");
		expect(reloadHost).not.toHaveBeenCalled();
		const again = connectWebContainer({ page, bootTimeoutMs: 10 });
		expect(reloadHost).toHaveBeenCalledOnce();
		const { container, mocks } = makeContainer();
		finish(container);
		await again;
		expect(api.boot).toHaveBeenCalledOnce();
		expect(mocks.teardown).not.toHaveBeenCalled();
	});

	it("a boot that succeeds when nobody waits any more is ended", async () => {
		let finish!: (container: Container) => void;
		const booting = new Promise<Container>((resolve) => {
			finish = resolve;
		});
		const { page, api } = makePage(() => booting);
		const first = connectWebContainer({ page, bootTimeoutMs: 10 }).catch(() => "refused");
		await vi.advanceTimersByTimeAsync(10);
		await first;
		const { container, mocks } = makeContainer();
		finish(container);
		await vi.advanceTimersByTimeAsync(0);
		expect(mocks.teardown).toHaveBeenCalledOnce();
		await connectWebContainer({ page });
		expect(api.boot).toHaveBeenCalledTimes(2);
	});
});
