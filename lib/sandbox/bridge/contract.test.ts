import { type Browser, chromium, type Frame, type Page } from "@playwright/test";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findChromium } from "@/scripts/find-chromium";
import { type Fixture, startFixture } from "@/tests/fixtures/bridge/servers";
import type { BridgeCommand, ElementState, LocatorStep, PageState } from "./messages";
import type { Preview } from "./types";

/** Both real sides, as built for the product, in a real browser. */
let fixture: Fixture;
let browser: Browser;
let page: Page;

declare global {
	interface Window {
		preview: Preview;
	}
}

beforeAll(async () => {
	[fixture, browser] = await Promise.all([
		startFixture(),
		findChromium().then((executablePath) =>
			chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] }),
		),
	]);
}, 60_000);

afterAll(async () => {
	await browser?.close();
	await fixture?.close();
});

beforeEach(async () => {
	page ??= await browser.newPage();
	await page.goto(fixture.product);
	await page.waitForFunction(() => "preview" in window);
});

const TIMEOUT = { timeoutMs: 10_000 };

/** Runs in the product's page; a rejection comes back as its code and message. */
function send<T = unknown>(command: BridgeCommand, options: { timeoutMs: number } = TIMEOUT): Promise<T> {
	return page.evaluate(
		([command, options]) =>
			window.preview.send(command, options).catch((error) => {
				throw new Error(`${error.code}${error.retryable ? " (retryable)" : ""}: ${error.message}`);
			}),
		[command, options] as const,
	) as Promise<T>;
}

const open = (path: string) =>
	page.evaluate(
		([origin, path, options]) => {
			window.preview.setOrigin(origin, "/");
			return window.preview.goto(path, options);
		},
		[fixture.app, path, TIMEOUT] as const,
	);
const state = () => page.evaluate(() => window.preview.getState());
const role = (name: string, text?: string): LocatorStep => ({
	by: "role",
	role: name,
	...(text === undefined ? {} : { name: { kind: "text" as const, value: text, exact: false } }),
});
const label = (value: string): LocatorStep => ({ by: "label", text: { kind: "text", value, exact: false } });
const query = (...locator: LocatorStep[]) => send<ElementState[]>({ type: "query", locator });
const pageState = () => send<PageState>({ type: "state" });

type Action = Extract<BridgeCommand, { type: "act" }>["action"];
const act = (action: Action, ...locator: LocatorStep[]) =>
	send<ElementState>({ type: "act", locator, action, timeoutMs: 5_000 });
const refusedAct = (action: Action, ...locator: LocatorStep[]) =>
	send({ type: "act", locator, action, timeoutMs: 150 });
const click = (...locator: LocatorStep[]) => act({ name: "click" }, ...locator);
const fill = (value: string, ...locator: LocatorStep[]) => act({ name: "fill", value }, ...locator);

function framed(): Frame {
	const frame = page.frames().find((each) => each.url().startsWith(fixture.app));
	if (!frame) throw new Error("no frame of the app");
	return frame;
}
const until = (condition: (state: ReturnType<Preview["getState"]>) => boolean) =>
	page.waitForFunction(
		(source) => new Function("state", `return (${source})(state)`)(window.preview.getState()),
		String(condition),
	);

describe("a page of the app in the preview", () => {
	it("connects, hydrates and tells its address and title", async () => {
		await open("/?a=1#b");
		expect(await state()).toMatchObject({
			phase: "ready",
			url: "/?a=1#b",
			title: "Fixture /",
			javaScript: true,
		});
		expect(await framed().evaluate(() => document.documentElement.dataset.effects)).toBe("ran");
	});

	it("is not ready before React has hydrated it", async () => {
		await page.evaluate(
			([origin]) => {
				window.preview.setOrigin(origin, "/?gate");
			},
			[fixture.app] as const,
		);
		await until((s) => s.phase === "hydrating");
		const found = query(role("heading"));
		fixture.openGate();
		expect(await found).toHaveLength(1);
		expect((await state()).phase).toBe("ready");
	});

	it("answers queries with the state of the elements", async () => {
		await open("/");
		const [name] = await query(label("name"));
		expect(name).toMatchObject({
			value: "",
			visible: true,
			disabled: false,
			accessibleName: "Name",
			accessibleDescription: "Your first name",
			attributes: { name: "name" },
		});
		expect(await query(role("button", "never"))).toMatchObject([{ disabled: true }]);
		expect(await query({ by: "css", selector: "main" }, role("button", "Twice"))).toHaveLength(2);
		expect(await query(role("dialog"))).toEqual([]);
	});

	it("tells what a person reads and what a person can use", async () => {
		await open("/other");
		const text = "Other page\nHome\nHello Ann\nagain\nbut not this\nMore\nIn a disabled group";
		expect((await pageState()).text).toBe(text);
		await page.addStyleTag({ content: "#pane { display: none }" });
		expect((await pageState()).text).toBe(text);
		expect(await query({ by: "css", selector: "details button" })).toMatchObject([{ visible: false }]);
		expect(await query(role("button", "disabled group"))).toMatchObject([{ visible: true, disabled: true }]);
	});

	it("fills, clicks and reads as a user would", async () => {
		await open("/");
		await fill("Ann {curly} [square]", label("Name"));
		await click(role("button", "Add"));
		const text: LocatorStep = {
			by: "text",
			text: { kind: "text", value: "hello ann {curly} [square]", exact: false },
		};
		expect(await query(role("list"), text)).toMatchObject([{ text: "Hello Ann {curly} [square]" }]);
		await fill("Bo", label("Name"));
		expect(await query(label("Name"))).toMatchObject([{ value: "Bo" }]);
	});

	it("sends a form by its button and by Enter, with the button's value", async () => {
		await open("/");
		await fill("Ann", label("Name"));
		await fill("Two\nlines", { by: "placeholder", text: { kind: "text", value: "say", exact: false } });
		await fill("2026-11-21", label("Day"));
		await act({ name: "check", checked: true }, role("checkbox"));
		await act({ name: "selectOption", values: ["Green"] }, label("Colour"));
		await click(role("button", "Send"));
		const sent = async () => JSON.parse((await query({ by: "css", selector: "output" }))[0]?.text ?? "");
		expect(await sent()).toEqual({
			$ACTION_ID_1: "",
			name: "Ann",
			message: "Two\nlines",
			day: "2026-11-21",
			agree: "on",
			colour: "g",
			do: "send",
		});
		await fill("Bo", label("Name"));
		await act({ name: "press", key: "Enter" }, label("Name"));
		expect(await sent()).toMatchObject({ name: "Bo", do: "send" });
	});

	it("waits for an element that comes later", async () => {
		await open("/");
		await click(role("button", "Later"));
		const late: LocatorStep = { by: "text", text: { kind: "text", value: "Late", exact: true } };
		expect(await click(late)).toMatchObject({ text: "Late" });
	});

	it("refuses in words what cannot be done", async () => {
		await open("/");
		await expect(refusedAct({ name: "click" }, role("button", "Delete"))).rejects.toThrow(
			"bad-request: Found no button named “Delete”. Buttons on the page: “Send”, “Add”, “Never”, “Twice”",
		);
		await expect(refusedAct({ name: "click" }, role("button", "Twice"))).rejects.toThrow(
			"bad-request: Found 2 buttons named “Twice”; the check needs exactly one.",
		);
		await expect(refusedAct({ name: "click" }, role("button", "Never"))).rejects.toThrow(
			"The button named “Never” is disabled.",
		);
	});

	it("passes on the console, uncaught errors and rejections", async () => {
		await open("/");
		await click(role("button", "Make noise"));
		await until((s) => s.console.length >= 3);
		const lines = (await state()).console.map(({ level, text }) => `${level}: ${text}`);
		expect(lines.sort()).toEqual([
			"error: Uncaught Error: thrown later",
			"error: Uncaught TypeError: rejected",
			"log: Ann has 3 { deep: [1] }",
		]);
		const errors = await page.evaluate(() => window.preview.pageErrors());
		expect([...errors].sort()).toEqual(["Error: thrown later", "TypeError: rejected"]);
		await open("/");
		expect(await page.evaluate(() => window.preview.pageErrors())).toEqual([]);
	});
});

describe("going from page to page", () => {
	it("tells soft navigations from loads by a mark", async () => {
		await open("/");
		await send({ type: "mark", name: "before" });
		await click(role("button", "Go soft"));
		await until((s) => s.title === "Soft");
		expect(await pageState()).toMatchObject({ url: "/?soft=1#there", title: "Soft", marks: ["before"] });
		await page.evaluate(() => window.preview.back());
		await until((s) => s.url === "/");
		await click(role("link", "To the other page"));
		await until((s) => s.url === "/other" && s.phase === "ready");
		expect(await pageState()).toMatchObject({ url: "/other", marks: [], hydrated: true });
	});

	it("asks the new document when the old one goes in the middle of a query", async () => {
		await open("/");
		await send({ type: "state" });
		const [asked] = await Promise.all([
			page.evaluate(async () => {
				const asked = Promise.all(
					Array.from({ length: 20 }, () =>
						window.preview.send(
							{ type: "query", locator: [{ by: "role", role: "heading" }] },
							{ timeoutMs: 10_000 },
						),
					),
				);
				window.preview.open("/other");
				return asked;
			}) as Promise<ElementState[][]>,
		]);
		expect(new Set(asked.map(([heading]) => heading?.text))).toEqual(new Set(["Other page"]));
	});

	it("gives up an act on a document that goes, as something to be done again", async () => {
		await open("/");
		await expect(
			page.evaluate(async () => {
				const waiting = window.preview
					.send(
						{
							type: "act",
							locator: [{ by: "css", selector: "#never" }],
							action: { name: "click" },
							timeoutMs: 9_000,
						},
						{ timeoutMs: 10_000 },
					)
					.catch((error) => `${error.code} ${error.retryable}`);
				window.preview.reload();
				return waiting;
			}),
		).resolves.toBe("no-answer true");
	});

	it("does not go back further than the preview's first page", async () => {
		await open("/");
		await expect(send({ type: "go", to: "back" })).rejects.toThrow(
			"There is no earlier page in the preview.",
		);
		expect(page.url()).toBe(`${fixture.product}/`);
	});

	it("loads without leaving entries in the tab's history", async () => {
		const before = await page.evaluate(() => history.length);
		await open("/");
		await open("/other");
		await page.evaluate(() => window.preview.reload());
		await until((s) => s.phase === "ready");
		expect(await page.evaluate(() => history.length)).toBe(before);
	});

	it("shows a document without a bridge, and says so when it is asked", async () => {
		await open("/");
		await click(role("link", "To plain text"));
		await until((s) => s.phase === "loading");
		await until((s) => s.phase === "ready");
		await expect(send({ type: "state" }, { timeoutMs: 200 })).rejects.toThrow(/^.*no-answer \(retryable\): /);
		await open("/other");
		expect(await pageState()).toMatchObject({ url: "/other" });
	});
});

describe("JavaScript off", () => {
	it("loads the page without scripts, and goto switches them on again", async () => {
		await open("/");
		await page.evaluate(() => window.preview.setJavaScript(false));
		await until((s) => s.phase === "ready");
		expect(await state()).toMatchObject({ javaScript: false, url: "/" });
		// The browser itself sends the form now.
		await page.frameLocator("iframe").getByRole("button", { name: "Send" }).click();
		await page.frameLocator("iframe").getByRole("heading", { name: "Other page" }).waitFor();
		await page.evaluate(() => window.preview.noteDocument("/other"));
		expect(await state()).toMatchObject({ url: "/other" });
		await expect(send({ type: "state" })).rejects.toThrow("no-answer: JavaScript is off");
		await page.evaluate(() => window.preview.back());
		await page.frameLocator("iframe").getByRole("heading", { name: "Guestbook" }).waitFor();
		await open("/other");
		expect(await state()).toMatchObject({ javaScript: true, phase: "ready" });
	});
});

describe("the learner and the checks at once", () => {
	it("acts without taking the keyboard from the editor", async () => {
		await open("/");
		await page.locator("#editor").focus();
		await page.evaluate(() => window.preview.setBusy(true));
		await fill("Ann", label("Name"));
		await click(role("button", "Add"));
		await page.keyboard.type("const a");
		expect(await page.locator("#editor").inputValue()).toBe("const a");
		expect(await query(label("Name"))).toMatchObject([{ value: "Ann" }]);
		expect(await query({ by: "testId", id: "events" })).toMatchObject([{ text: "focus blur" }]);
		// A page that takes the focus by itself does not keep it.
		await framed().evaluate(() => {
			const dialog = document.body.appendChild(document.createElement("dialog"));
			dialog.innerHTML = "<input>";
			dialog.showModal();
		});
		await page.waitForFunction(() => document.hasFocus() && document.activeElement?.id === "editor");
		await page.keyboard.type("!");
		expect(await page.locator("#editor").inputValue()).toBe("const a!");
	});

	it("works in a pane that is not displayed", async () => {
		await open("/");
		await page.addStyleTag({ content: "#pane { display: none }" });
		await fill("Ann", label("Name"));
		await click(role("button", "Add"));
		expect(await query(role("listitem"))).toMatchObject([{ text: "Hello Ann", visible: true }]);
		expect((await pageState()).text).toContain("Guestbook");
	});

	it("keeps the learner's clicks out while busy", async () => {
		await open("/");
		await page.evaluate(() => window.preview.setBusy(true));
		expect(await page.locator("#pane").getAttribute("data-busy")).toBe("");
		const box = await framed().getByRole("button", { name: "Add" }).boundingBox();
		await page.mouse.click(box!.x + 5, box!.y + 5);
		expect(await query(role("listitem"))).toEqual([]);
		await page.evaluate(() => window.preview.setBusy(false));
		await page.mouse.click(box!.x + 5, box!.y + 5);
		await framed().getByRole("listitem").waitFor();
	});

	it("moves to another container and comes back after it was taken away", async () => {
		await open("/other");
		await page.evaluate(() => {
			const other = document.body.appendChild(document.createElement("div"));
			window.preview.attach(other);
			window.preview.attach(null);
		});
		expect(await page.locator("iframe").count()).toBe(0);
		expect((await state()).phase).toBe("loading");
		await page.evaluate(() => window.preview.attach(document.querySelector<HTMLElement>("#pane")));
		expect(await pageState()).toMatchObject({ url: "/other" });
	});
});

describe("forged messages", () => {
	it("from a third frame change nothing on either side", async () => {
		await open("/");
		await send({ type: "mark", name: "ours" });
		await page.evaluate(async (foreign) => {
			const frame = document.createElement("iframe");
			frame.src = foreign;
			document.body.append(frame);
			await new Promise((resolve) => frame.addEventListener("load", resolve));
		}, fixture.foreign);
		const before = await state();
		const forger = page.frames().find((each) => each.url().startsWith(fixture.foreign))!;
		const app = framed();
		await app.evaluate(() => {
			addEventListener("message", (event) => Object.assign(window, { heard: event.data.type }));
		});
		await forger.evaluate(() => {
			const channel = "server-actions-playground/bridge@1";
			parent.postMessage({ channel, type: "hello" }, "*");
			const { port1, port2 } = new MessageChannel();
			const answers: unknown[] = [];
			port1.onmessage = (event) => answers.push(event.data);
			port1.postMessage({ id: 1, command: { type: "mark", name: "forged" } });
			parent.frames[0]!.postMessage({ channel, type: "connect" }, "*", [port2]);
			Object.assign(window, { answers });
		});
		await app.waitForFunction(() => "heard" in window);
		// The host still talks to the same document, over the same channel, and nobody else does.
		expect(await pageState()).toMatchObject({ marks: ["ours"] });
		expect(await state()).toEqual(before);
		expect(await forger.evaluate(() => (window as unknown as { answers: unknown[] }).answers)).toEqual([]);
	});

	it("a product on a foreign host cannot connect, one on the same host can", async () => {
		await page.addInitScript(() => {
			addEventListener("message", (event) => {
				if (event.data?.type === "connect") Object.assign(window, { heardConnect: true });
			});
		});
		const announcements = async (product: string) => {
			await page.goto(product);
			await page.evaluate(async (app) => {
				window.preview.attach(null);
				const heard: string[] = [];
				const frame = document.createElement("iframe");
				const silence = new Promise<void>((resolve) => {
					addEventListener("message", (event) => {
						if (event.source !== frame.contentWindow) return;
						if (event.data === "end") return resolve();
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = (message) => heard.push(message.data.type);
						const connect = { channel: "server-actions-playground/bridge@1", type: "connect" };
						frame.contentWindow!.postMessage(connect, "*", [port2]);
					});
				});
				frame.src = `${app}/other`;
				document.body.append(frame);
				Object.assign(window, { heard, silence });
			}, fixture.app);
			await page.locator("iframe").waitFor();
			await page.waitForFunction(() => "heard" in window);
			const element = await page.locator("iframe").elementHandle();
			const frame = (await element!.contentFrame())!;
			await frame.waitForFunction(() => "heardConnect" in window);
			await frame.evaluate(() => parent.postMessage("end", "*"));
			return page.evaluate(async () => {
				const { heard, silence } = window as unknown as { heard: string[]; silence: Promise<void> };
				await silence;
				return heard;
			});
		};
		expect(await announcements(fixture.product)).toContain("location");
		expect(await announcements(fixture.product.replace("localhost", "127.0.0.1"))).toEqual([]);
	});

	it("garbage on the channel is refused with a reason", async () => {
		await page.evaluate(async (app) => {
			window.preview.attach(null);
			const frame = document.createElement("iframe");
			const replies: unknown[] = [];
			addEventListener("message", (event) => {
				if (event.source !== frame.contentWindow) return;
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = (message) => {
					if (message.data.type === "refused") replies.push(message.data);
				};
				const connect = { channel: "server-actions-playground/bridge@1", type: "connect" };
				frame.contentWindow!.postMessage(connect, app, [port2]);
				port1.postMessage({ id: 7, command: { type: "eval", code: "1" } });
				port1.postMessage("nonsense");
				port1.postMessage({ id: 8, command: { type: "query", locator: [{ by: "css", selector: "a[" }] } });
			});
			frame.src = `${app}/other`;
			document.body.append(frame);
			Object.assign(window, { replies });
		}, fixture.app);
		await page.waitForFunction(() => (window as unknown as { replies: unknown[] }).replies.length === 3);
		expect(await page.evaluate(() => (window as unknown as { replies: unknown[] }).replies)).toEqual([
			{ type: "refused", id: 7, message: expect.stringContaining("does not understand"), ours: true },
			{ type: "refused", id: -1, message: expect.stringContaining("does not understand"), ours: true },
			{ type: "refused", id: 8, message: "The check has a wrong CSS selector: a[", ours: true },
		]);
	});
});

it("does nothing in a page that is not framed", async () => {
	await page.goto(fixture.app);
	expect(await page.evaluate(() => Object.getOwnPropertySymbols(window).map(String))).toEqual([]);
	expect(await page.evaluate(() => Object.hasOwn(history, "pushState"))).toBe(false);
});
