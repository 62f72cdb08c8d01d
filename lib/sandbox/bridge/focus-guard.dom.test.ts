import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watchInvitation } from "./focus-guard";

let controller: AbortController;
let frame: HTMLIFrameElement;
let clock: number;
let loadedAt: number;
beforeEach(() => {
	controller = new AbortController();
	document.body.innerHTML = "<button>Run</button>";
	frame = document.createElement("iframe");
	document.body.append(frame);
	clock = 100_000;
	loadedAt = 0;
});
afterEach(() => controller.abort());

function watch() {
	return watchInvitation(document, () => frame, {
		loadedAt: () => loadedAt,
		signal: controller.signal,
		now: () => clock,
	});
}
const key = (name: string) =>
	document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
const pointer = (type: string, target: Element) =>
	target.dispatchEvent(new PointerEvent(type, { bubbles: true }));

describe("who may take the focus into the preview", () => {
	it("is the person, as long as nothing speaks against it", () => {
		expect(watch()()).toBe(true);
	});

	it("is not the app while somebody types", () => {
		const invited = watch();
		key("a");
		expect(invited()).toBe(false);
		clock += 10_001;
		expect(invited()).toBe(true);
	});

	it("is not the app just after its document was loaded", () => {
		const invited = watch();
		loadedAt = clock;
		pointer("pointerdown", document.querySelector("button")!);
		expect(invited()).toBe(false);
		clock += 5_001;
		expect(invited()).toBe(true);
	});

	it("is the person who points at it or tabs into it, whatever went before", () => {
		const invited = watch();
		loadedAt = clock;
		key("a");
		pointer("pointerover", frame);
		expect(invited()).toBe(true);
		pointer("pointerover", document.body);
		expect(invited()).toBe(false);
		key("Tab");
		expect(invited()).toBe(true);
	});
});
