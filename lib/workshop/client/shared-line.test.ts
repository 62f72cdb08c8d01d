import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { shareLine, type Tab } from "./shared-line";

/** Tabs of one browser: what one says, the others hear. */
function browser() {
	const ears = new Set<(word: unknown) => void>();
	return function open({ visible }: { visible: boolean }) {
		const seen = new Set<() => void>();
		const left = new Set<() => void>();
		const life = new AbortController();
		let hears: ((word: unknown) => void) | null = null;
		const tab: Tab = {
			isVisible: () => visible,
			onVisible: (listener) => seen.add(listener),
			onLeave: (listener) => left.add(listener),
			channel(_, listener) {
				hears = listener;
				ears.add(listener);
				return (word) => {
					for (const ear of ears) if (ear !== listener) ear(word);
				};
			},
		};
		const onGive = vi.fn();
		const line = shareLine("room", life.signal, onGive, tab);
		return {
			line,
			onGive,
			hide() {
				visible = false;
			},
			show() {
				visible = true;
				for (const listener of seen) listener();
			},
			close() {
				for (const listener of left) listener();
				if (hears) ears.delete(hears);
			},
		};
	};
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a hidden tab keeps its line until another comes into sight, and has it again when it does itself", async () => {
	const open = browser();
	const one = open({ visible: true });
	one.hide();
	expect(one.line.held()).toBe(true);
	const two = open({ visible: true });
	expect(one.onGive).toHaveBeenCalledOnce();
	expect([one.line.held(), two.line.held()]).toEqual([false, true]);
	let came = false;
	void one.line.turn().then(() => {
		came = true;
	});
	await vi.advanceTimersByTimeAsync(10_000);
	expect(came).toBe(false);
	two.hide();
	one.show();
	await vi.advanceTimersByTimeAsync(0);
	expect(came).toBe(true);
	expect([one.line.held(), two.line.held()]).toEqual([true, false]);
});

test("two windows side by side keep a line each", () => {
	const open = browser();
	const tabs = [open({ visible: true }), open({ visible: true })];
	expect(tabs.map(({ line }) => line.held())).toEqual([true, true]);
});

test("a tab opened in the background takes no second line", () => {
	const open = browser();
	const one = open({ visible: true });
	const behind = open({ visible: false });
	expect([one.line.held(), behind.line.held()]).toEqual([true, false]);
});

test("when the one that holds it is closed, one of the hidden ones steps forward", async () => {
	const open = browser();
	const hidden = [open({ visible: false }), open({ visible: false }), open({ visible: false })];
	const shown = open({ visible: true });
	expect(hidden.map(({ line }) => line.held())).toEqual([false, false, false]);
	shown.close();
	await vi.advanceTimersByTimeAsync(1_000);
	expect(hidden.filter(({ line }) => line.held())).toHaveLength(1);
});

test("without other tabs to talk to, a line is always held", async () => {
	const line = shareLine("room", new AbortController().signal, () => undefined, null);
	expect(line.held()).toBe(true);
	await line.turn();
});
