import { describe, expect, it } from "vitest";
import { pathIn } from "./frame";
import { startHistory, step, visit } from "./no-script-history";
import { CONSOLE_LIMIT, initialPreviewState, type PreviewEvent, reducePreview } from "./preview-state";

const after = (...events: PreviewEvent[]) => events.reduce(reducePreview, initialPreviewState);
const origin: PreviewEvent = { type: "origin", origin: "http://localhost:4000", url: "/a" };

describe("reducePreview", () => {
	it("goes from empty over loading and hydrating to ready, and back", () => {
		const phases = (...events: PreviewEvent[]) =>
			events.map((_, index) => after(...events.slice(0, index + 1)).phase);
		expect(
			phases(
				origin,
				{ type: "hello" },
				{ type: "hydrated" },
				{ type: "left" },
				{ type: "hello" },
				{ type: "load", url: "/b", javaScript: true },
				{ type: "origin", origin: null, url: "/" },
			),
		).toEqual(["loading", "hydrating", "ready", "loading", "hydrating", "loading", "empty"]);
	});

	it("hears of edits from the moment Next.js's scripts run in the document until it is left", () => {
		const ready = [origin, { type: "hello" }, { type: "hydrated" }] satisfies PreviewEvent[];
		expect(after(origin, { type: "hello" }).hears).toBe(false);
		expect(after(...ready).hears).toBe(true);
		expect(after(origin, { type: "silent" })).toMatchObject({ phase: "ready", hears: false });
		const ends: PreviewEvent[] = [{ type: "left" }, { type: "load", url: "/", javaScript: true }, origin];
		for (const end of ends) expect(after(...ready, end).hears).toBe(false);
	});

	it("takes no event for another phase's", () => {
		expect(after({ type: "hello" }).phase).toBe("empty");
		expect(after(origin, { type: "hydrated" }).phase).toBe("loading");
		expect(after(origin, { type: "hello" }, { type: "silent" }).phase).toBe("hydrating");
		expect(after(origin, { type: "silent" }).phase).toBe("ready");
		expect(after({ type: "load", url: "/b", javaScript: false })).toMatchObject({
			phase: "empty",
			url: "/b",
			javaScript: false,
		});
	});

	it("gives the same object when nothing changes and never changes the old one", () => {
		const before = Object.freeze(after(origin, { type: "location", url: "/a", title: "A" }));
		expect(reducePreview(before, { type: "location", url: "/a", title: "A" })).toBe(before);
		const next = reducePreview(before, { type: "location", url: "/b", title: "A" });
		expect([before.url, next.url]).toEqual(["/a", "/b"]);
	});

	it("keeps the newest console entries, numbered through", () => {
		const events = Array.from({ length: CONSOLE_LIMIT + 5 }, (_, index): PreviewEvent => {
			return { type: "console", level: "log", text: `line ${index}`, at: index };
		});
		const { console } = after(...events);
		expect(console).toHaveLength(CONSOLE_LIMIT);
		expect(console[0]).toEqual({ seq: 6, at: 5, level: "log", text: "line 5" });
	});
});

describe("pathIn", () => {
	const app = "http://localhost:4000";
	it.each([
		["/a?b=1#c", "/a?b=1#c"],
		["a", "/a"],
		["http://localhost:4000/x", "/x"],
		["", "/"],
		["//evil.test/x", null],
		["http://localhost:3000/", null],
		["javascript:alert(1)", null],
		["\\\\evil.test", null],
	])("%s", (address, expected) => {
		expect(pathIn(app, address)).toBe(expected);
	});
});

describe("the history without JavaScript", () => {
	it("goes back and forward, and forgets what was ahead on a new visit", () => {
		let history = visit(visit(startHistory("/a"), "/b"), "/b");
		expect(history).toEqual({ visits: ["/a", "/b"], at: 1 });
		expect(step(history, 1)).toBeNull();
		history = step(history, -1)!;
		expect(step(history, -1)).toBeNull();
		expect(visit(history, "/c")).toEqual({ visits: ["/a", "/c"], at: 1 });
	});
});
