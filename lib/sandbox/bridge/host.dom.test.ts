import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPreview } from "./host";
import { BRIDGE_CHANNEL, type FromHost, type FromPage } from "./messages";
import type { Preview } from "./types";

const APP = "http://localhost:4000";
const HELLO = { channel: BRIDGE_CHANNEL, type: "hello" };
const TIMEOUT = { timeoutMs: 5_000 };

let preview: Preview;
let pane: HTMLElement;
/** What was posted into frames, with its target origin. */
let posted: { frame: HTMLIFrameElement; data: unknown; origin: string; port: MessagePort }[];

beforeEach(() => {
	// happy-dom does not load addresses and prints an error for each; it gets a document at hand instead.
	vi.spyOn(HTMLIFrameElement.prototype, "src", "set").mockImplementation(function (
		this: HTMLIFrameElement,
		src: string,
	) {
		this.dataset.src = src;
		this.srcdoc = "<p>";
	});
	pane = document.body.appendChild(document.createElement("div"));
	posted = [];
	preview = createPreview();
	preview.attach(pane);
});
afterEach(() => {
	vi.restoreAllMocks();
	preview.attach(null);
	pane.remove();
});

/** The frame of the preview, with a window that records what is posted to it. */
function frame(): HTMLIFrameElement {
	const element = pane.querySelector("iframe")!;
	if (!Object.hasOwn(element, "contentWindow")) {
		const postMessage = (data: unknown, origin: string, [port]: MessagePort[]) =>
			posted.push({ frame: element, data, origin, port: port! });
		Object.defineProperty(element, "contentWindow", { value: { postMessage } });
	}
	return element;
}

function receive(data: unknown, options: { source?: unknown; origin?: string } = {}): void {
	const event = new Event("message");
	const { source = frame().contentWindow, origin = APP } = options;
	window.dispatchEvent(Object.assign(event, { data, source, origin, ports: [] }));
}

/** Says hello from the frame; gives the page's end of the channel. */
function sayHello() {
	frame();
	receive(HELLO);
	const port = posted.at(-1)!.port;
	const received: FromHost[] = [];
	const waiting: ((message: FromHost) => void)[] = [];
	port.onmessage = (event) => {
		const next = waiting.shift();
		if (next) next(event.data);
		else received.push(event.data);
	};
	return {
		send: (message: FromPage | string) => port.postMessage(message),
		next: () =>
			new Promise<FromHost>((resolve) => {
				const message = received.shift();
				if (message) resolve(message);
				else waiting.push(resolve);
			}),
	};
}

const until = (condition: () => boolean) =>
	new Promise<void>((resolve) => {
		const stop = preview.subscribe(() => {
			if (!condition()) return;
			stop();
			resolve();
		});
		if (condition()) resolve();
	});
const ready = async () => {
	const page = sayHello();
	page.send({ type: "hydrated" });
	await until(() => preview.getState().phase === "ready");
	return page;
};

describe("the keyboard", () => {
	const input = () => document.querySelector("input")!;
	/** The app takes the focus; the browser tells the window so. */
	const takeFocus = async () => {
		Object.defineProperty(document, "activeElement", { configurable: true, get: () => frame() });
		window.dispatchEvent(new Event("blur"));
		await new Promise((resolve) => setTimeout(resolve, 5));
	};
	let clock: number;
	beforeEach(() => {
		clock = 100_000;
		vi.spyOn(Date, "now").mockImplementation(() => clock);
		preview.attach(null);
		preview.attach(pane);
		document.body.append(document.createElement("input"));
		vi.spyOn(input(), "focus");
		input().dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
	});
	afterEach(() => {
		input().remove();
		Reflect.deleteProperty(document, "activeElement");
	});

	it("comes back from a document that the page went to by itself, long after the last key", async () => {
		preview.setOrigin(APP, "/");
		(await ready()).send({ type: "left" });
		await until(() => preview.getState().phase === "loading");
		clock = 200_000;
		sayHello();
		clock = 201_000;
		await takeFocus();
		expect(input().focus).toHaveBeenCalled();
	});

	it("is left to the person who goes there later", async () => {
		preview.setOrigin(APP, "/");
		await ready();
		clock = 200_000;
		await takeFocus();
		expect(input().focus).not.toHaveBeenCalled();
	});
});

describe("the frame", () => {
	it("is made for the app, with no more rights than it needs", () => {
		expect(pane.children).toHaveLength(0);
		preview.setOrigin(APP, "/a?b=1");
		const element = frame();
		expect(element.dataset.src).toBe(`${APP}/a?b=1`);
		expect(element.title).toBe("Preview of your app");
		expect(element.getAttribute("sandbox")).toContain("allow-scripts");
		expect(element.getAttribute("sandbox")).not.toContain("allow-top-navigation");
		preview.setJavaScript(false);
		expect(frame().getAttribute("sandbox")).toBe("allow-forms allow-same-origin");
	});

	it("is replaced, not sent elsewhere, and there is one at most", () => {
		preview.setOrigin(APP, "/");
		const first = frame();
		preview.open("/b");
		expect(frame()).not.toBe(first);
		expect(pane.querySelectorAll("iframe")).toHaveLength(1);
		preview.setOrigin(null, "/");
		expect(pane.querySelectorAll("iframe")).toHaveLength(0);
		expect(preview.getState()).toMatchObject({ origin: null, phase: "empty" });
	});

	it("shows nothing but the app", () => {
		preview.setOrigin(APP, "/");
		expect(() => preview.open("https://example.com/")).toThrow("is not an address in it");
		expect(() => preview.open("//example.com/")).toThrow("is not an address in it");
		expect(preview.getState().url).toBe("/");
	});

	it("may be attached, moved and taken away in any order", () => {
		preview.attach(null);
		preview.attach(null);
		preview.setOrigin(APP, "/a");
		preview.open("/b");
		preview.reload();
		preview.setBusy(true);
		preview.back();
		preview.attach(pane);
		expect(frame().dataset.src).toBe(`${APP}/b`);
		expect(frame().inert).toBe(true);
		expect(pane.hasAttribute("data-busy")).toBe(true);
		preview.setBusy(false);
		expect(frame().inert).toBe(false);
	});
});

describe("the hello", () => {
	beforeEach(() => preview.setOrigin(APP, "/"));

	it("is answered to the app's exact origin", () => {
		sayHello();
		expect(posted).toMatchObject([{ data: { channel: BRIDGE_CHANNEL, type: "connect" }, origin: APP }]);
		expect(preview.getState().phase).toBe("hydrating");
	});

	it.each([
		["a foreign source", HELLO, { source: {} }],
		["no source", HELLO, { source: null }],
		["a foreign origin", HELLO, { origin: "http://localhost:4001" }],
		["the opaque origin", HELLO, { origin: "null" }],
		["another channel", { ...HELLO, channel: "other" }, {}],
		["garbage", "hello", {}],
		["null", null, {}],
	])("of %s changes nothing", (_, data, options) => {
		frame();
		const before = preview.getState();
		receive(data, options);
		expect(preview.getState()).toBe(before);
		expect(posted).toEqual([]);
	});

	it("of a frame that was replaced changes nothing", () => {
		const old = frame().contentWindow;
		preview.open("/b");
		frame();
		receive(HELLO, { source: old });
		expect(posted).toEqual([]);
	});

	it("is not listened to with JavaScript off or when detached", () => {
		preview.setJavaScript(false);
		frame();
		receive(HELLO);
		preview.setJavaScript(true);
		const source = frame().contentWindow;
		preview.attach(null);
		receive(HELLO, { source });
		expect(posted).toEqual([]);
	});
});

describe("messages of the page", () => {
	it("keep the state up to date; what is none of ours is passed over", async () => {
		preview.setOrigin(APP, "/");
		const page = sayHello();
		page.send("garbage");
		page.send({ type: "console", level: "loud", text: "no" } as never);
		page.send({ type: "location", url: "/a#b", title: "A" });
		page.send({ type: "console", level: "warn", text: "careful" });
		page.send({ type: "pageerror", message: "Error: boom", stack: "" });
		page.send({ type: "hydrated" });
		await until(() => preview.getState().phase === "ready");
		expect(preview.getState()).toMatchObject({
			url: "/a#b",
			title: "A",
			console: [
				{ level: "warn", text: "careful" },
				{ level: "error", text: "Uncaught Error: boom" },
			],
		});
		expect(preview.pageErrors()).toEqual(["Error: boom"]);
	});
});

describe("send", () => {
	beforeEach(() => preview.setOrigin(APP, "/"));

	it("waits for a hydrated page and gives its validated answer", async () => {
		const answer = preview.send({ type: "mark", name: "a" }, TIMEOUT);
		const page = await ready();
		const message = await page.next();
		expect(message).toEqual({ id: 1, command: { type: "mark", name: "a" } });
		page.send({ type: "reply", id: 99, value: "for nobody" });
		page.send({ type: "reply", id: 1, value: null });
		expect(await answer).toBeNull();
	});

	it("does not pass on an answer of another form", async () => {
		const page = await ready();
		const answer = preview.send({ type: "query", locator: [] }, TIMEOUT);
		await page.next();
		page.send({ type: "reply", id: 1, value: [{ text: 1 }] });
		await expect(answer).rejects.toMatchObject({ code: "internal" });
	});

	it("tells the page's refusals from the bridge's own faults", async () => {
		const page = await ready();
		const act = preview.send({ type: "mark", name: "a" }, TIMEOUT);
		await page.next();
		page.send({ type: "refused", id: 1, message: "Found no button." });
		await expect(act).rejects.toMatchObject({ code: "bad-request", message: "Found no button." });
		const again = preview.send({ type: "mark", name: "a" }, TIMEOUT);
		await page.next();
		page.send({ type: "refused", id: 2, message: "not delivered", ours: true });
		await expect(again).rejects.toMatchObject({ code: "internal" });
	});

	it("asks the new document again what the old one left unanswered, but acts only once", async () => {
		const old = await ready();
		const query = preview.send({ type: "query", locator: [] }, TIMEOUT);
		const mark = preview.send({ type: "mark", name: "a" }, TIMEOUT);
		await old.next();
		await old.next();
		const page = sayHello();
		await expect(mark).rejects.toMatchObject({ code: "no-answer", retryable: true });
		page.send({ type: "hydrated" });
		expect(await page.next()).toMatchObject({ command: { type: "query" } });
		page.send({ type: "reply", id: 1, value: [] });
		expect(await query).toEqual([]);
	});

	it("gives up with a document that says it is being left", async () => {
		const page = await ready();
		const mark = preview.send({ type: "mark", name: "a" }, TIMEOUT);
		page.send({ type: "left" });
		await expect(mark).rejects.toMatchObject({ code: "no-answer", retryable: true });
		expect(preview.getState().phase).toBe("loading");
	});

	it("is called off on the page by its signal", async () => {
		const page = await ready();
		const controller = new AbortController();
		const mark = preview.send({ type: "mark", name: "a" }, { ...TIMEOUT, signal: controller.signal });
		await page.next();
		controller.abort();
		await expect(mark).rejects.toMatchObject({ code: "cancelled" });
		expect(await page.next()).toEqual({ cancel: 1 });
		const late = preview.send({ type: "state" }, { ...TIMEOUT, signal: controller.signal });
		await expect(late).rejects.toMatchObject({ code: "cancelled" });
	});

	it("says in time what the page did not do", async () => {
		vi.useFakeTimers();
		try {
			const rejection = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
			const loading = rejection(preview.send({ type: "state" }, { timeoutMs: 1_500 }));
			await vi.advanceTimersByTimeAsync(1_500);
			expect(await loading).toMatchObject({
				code: "no-answer",
				retryable: true,
				message: expect.stringContaining("The page / did not load within 1.5 seconds."),
			});
			preview.attach(null);
			const detached = rejection(preview.send({ type: "state" }, { timeoutMs: 1_500 }));
			await vi.advanceTimersByTimeAsync(1_500);
			expect(await detached).toMatchObject({ message: expect.stringContaining("The preview is not open") });
		} finally {
			vi.useRealTimers();
		}
	});

	it("needs an app, and JavaScript", async () => {
		preview.setJavaScript(false);
		await expect(preview.send({ type: "state" }, TIMEOUT)).rejects.toMatchObject({ code: "no-answer" });
		preview.setOrigin(null, "/");
		await expect(preview.send({ type: "state" }, TIMEOUT)).rejects.toMatchObject({ code: "not-running" });
	});
});

describe("goto", () => {
	it("waits for the new document, whatever the old one still says", async () => {
		preview.setOrigin(APP, "/");
		const old = await ready();
		const arrived = vi.fn();
		const going = preview.goto("/b", TIMEOUT).then(arrived);
		old.send({ type: "hydrated" });
		const page = sayHello();
		page.send({ type: "location", url: "/b", title: "" });
		await until(() => preview.getState().title === "" && preview.getState().phase === "hydrating");
		expect(arrived).not.toHaveBeenCalled();
		page.send({ type: "hydrated" });
		await going;
		expect(preview.getState()).toMatchObject({ url: "/b", phase: "ready" });
	});

	it("switches JavaScript on and forgets the errors before it", async () => {
		preview.setOrigin(APP, "/");
		const page = await ready();
		page.send({ type: "pageerror", message: "Error: boom", stack: "" });
		await until(() => preview.pageErrors().length === 1);
		preview.setJavaScript(false);
		const going = preview.goto("/b", TIMEOUT);
		await ready();
		await going;
		expect(preview.getState().javaScript).toBe(true);
		expect(preview.pageErrors()).toEqual([]);
	});

	it("is overtaken by a newer one, and refuses addresses elsewhere", async () => {
		preview.setOrigin(APP, "/");
		const going = preview.goto("/b", TIMEOUT);
		preview.open("/c");
		await expect(going).rejects.toMatchObject({ code: "cancelled" });
		await expect(preview.goto("//example.com", TIMEOUT)).rejects.toMatchObject({ code: "bad-request" });
	});
});

describe("JavaScript off", () => {
	it("is ready on load, and goes by what the recorder saw", () => {
		preview.setOrigin(APP, "/a");
		preview.setJavaScript(false);
		frame().dispatchEvent(new Event("load"));
		expect(preview.getState().phase).toBe("ready");
		preview.noteDocument("/b");
		expect(preview.getState().url).toBe("/b");
		preview.back();
		expect(frame().dataset.src).toBe(`${APP}/a`);
		preview.forward();
		expect(frame().dataset.src).toBe(`${APP}/b`);
	});

	it("leaves the address to the bridge while there is one", async () => {
		preview.setOrigin(APP, "/a");
		await ready();
		preview.noteDocument("/prefetched");
		expect(preview.getState().url).toBe("/a");
	});
});
