import { describe, expect, test } from "vitest";
import { type MortalPage, TabDeath } from "./tab-death";

/** A tab: pages come and go in it, its storage stays. */
function makeTab() {
	const items = new Map<string, string>();
	return {
		load() {
			const listeners = new Map<string, Set<() => void>>();
			const page = {
				storage: {
					getItem: (key: string) => items.get(key) ?? null,
					setItem: (key: string, value: string) => void items.set(key, value),
					removeItem: (key: string) => void items.delete(key),
				},
				visible: true as boolean,
				on(event: string, listener: () => void) {
					const known = listeners.get(event) ?? new Set();
					listeners.set(event, known.add(listener));
					return () => void known.delete(listener);
				},
			} satisfies MortalPage;
			const tell = (event: string) => {
				for (const listener of listeners.get(event) ?? []) listener();
			};
			return { page, tell, death: new TabDeath(page) };
		},
	};
}

describe("a page that the browser ended", () => {
	test("is noticed by the next one in the tab, once", () => {
		const tab = makeTab();
		const first = tab.load();
		expect(first.death.takeNote()).toBe(false);
		first.death.watch();
		const { death } = tab.load();
		expect(death.takeNote()).toBe(true);
		expect(death.takeNote()).toBe(false);
		expect(tab.load().death.takeNote()).toBe(false);
	});

	test.each(["left", "hidden", "done with it"])("is not one that was %s", (how) => {
		const tab = makeTab();
		const { page, tell, death } = tab.load();
		const stop = death.watch();
		if (how === "left") tell("pagehide");
		if (how === "hidden") {
			page.visible = false;
			tell("visibilitychange");
		}
		if (how === "done with it") {
			stop();
			tell("visibilitychange");
		}
		expect(tab.load().death.takeNote()).toBe(false);
	});

	test("is one that was hidden and seen again", () => {
		const tab = makeTab();
		const { page, tell, death } = tab.load();
		death.watch();
		for (const visible of [false, true]) {
			page.visible = visible;
			tell("visibilitychange");
		}
		expect(tab.load().death.takeNote()).toBe(true);
	});

	test("cannot be told where the browser keeps nothing", () => {
		const refuse = () => {
			throw new DOMException("Denied", "SecurityError");
		};
		const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
		const death = new TabDeath({ storage, visible: true, on: () => () => {} });
		death.watch()();
		expect(death.takeNote()).toBe(false);
	});
});
