import { beforeEach, describe, expect, it } from "vitest";
import { hasReactRoot, isDocumentHydrated, isElementHydrated } from "./hydration";
import { readOverlay } from "./overlay";

const owned = (selector: string, props: object = {}) =>
	Object.assign(document.querySelector(selector)!, { __reactProps$k: props });

beforeEach(() => {
	document.body.innerHTML = `<script></script><div hidden></div><main><p>Text</p></main>`;
});

describe("isDocumentHydrated", () => {
	it("looks at the first element that shows something", () => {
		owned("script");
		owned("p");
		expect(isDocumentHydrated(document)).toBe(false);
		owned("main");
		expect(isDocumentHydrated(document)).toBe(true);
	});

	it("looks into the container of a root, which is not React's own", () => {
		Object.assign(document.querySelector("main")!, { __reactContainer$k: {} });
		expect(hasReactRoot(document)).toBe(true);
		expect(isDocumentHydrated(document)).toBe(false);
		owned("p");
		expect(isDocumentHydrated(document)).toBe(true);
	});

	it("is false while the root itself says that it is not hydrated", () => {
		owned("main");
		const root = { current: { memoizedState: { isDehydrated: true } } };
		const holder = document as Document & { __reactContainer$k?: unknown };
		holder.__reactContainer$k = { stateNode: root };
		expect(isDocumentHydrated(document)).toBe(false);
		root.current.memoizedState.isDehydrated = false;
		expect(isDocumentHydrated(document)).toBe(true);
		delete holder.__reactContainer$k;
	});
});

describe("isElementHydrated", () => {
	it("goes by the element's own key", () => {
		owned("main");
		expect(isElementHydrated(document.querySelector("main")!)).toBe(true);
		expect(isElementHydrated(document.querySelector("p")!)).toBe(false);
	});

	it("counts raw HTML with the element that holds it", () => {
		owned("main", { dangerouslySetInnerHTML: { __html: "<p>Text</p>" } });
		expect(isElementHydrated(document.querySelector("p")!)).toBe(true);
	});
});

describe("readOverlay", () => {
	function show(label: string, description: string) {
		const portal = document.body.appendChild(document.createElement("nextjs-portal"));
		portal.attachShadow({
			mode: "open",
		}).innerHTML = `<p id="nextjs__container_errors_label">${label}</p><p id="nextjs__container_errors_desc">${description}</p>`;
	}

	it("is null without an overlay and with an empty one", () => {
		expect(readOverlay(document)).toBeNull();
		show("", "");
		expect(readOverlay(document)).toBeNull();
	});

	it("tells a build error, which covers the page, from a runtime error", () => {
		show("Build Error", "Expected  ident");
		expect(readOverlay(document)).toEqual({ text: "Build Error: Expected ident", blocks: true });
		document.querySelector("nextjs-portal")!.remove();
		show("Runtime Error", "boom");
		expect(readOverlay(document)).toEqual({ text: "Runtime Error: boom", blocks: false });
	});
});
