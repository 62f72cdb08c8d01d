import { readOverlay } from "./overlay";

type View = Window & typeof globalThis;

/** `settled`: nothing will hydrate here (an error page, a build error on top), and no further waiting helps. */
export type Hydration = "pending" | "hydrated" | "settled";

const POLL_MS = 16;
/** Polls after the load event without any React root, then with a root that shows nothing hydrated. */
const POLLS_WITHOUT_REACT = 120;
const POLLS_WITH_REACT = 600;

const NOT_CONTENT = "script,style,link,meta,template,noscript,nextjs-portal,next-route-announcer,[hidden]";

function reactKey(node: object, prefix: string): string | undefined {
	return Object.keys(node).find((key) => key.startsWith(prefix));
}

function propsOf(element: Element): Record<string, unknown> | null {
	const key = reactKey(element, "__reactProps$");
	return key ? (element as unknown as Record<string, Record<string, unknown>>)[key]! : null;
}

/**
 * Whether React has attached its event handlers to the element: React leaves a `__reactProps$…` key on what it has
 * hydrated. HTML set by `dangerouslySetInnerHTML` has none of its own and counts with the element that holds it.
 */
export function isElementHydrated(element: Element): boolean {
	for (let node: Element | null = element; node; node = node.parentElement) {
		const props = propsOf(node);
		if (props) return node === element || "dangerouslySetInnerHTML" in props;
		if (reactKey(node, "__reactContainer$")) return false;
	}
	return false;
}

/** Whether a React root lives in this document. */
export function hasReactRoot(document: Document): boolean {
	if (reactKey(document, "__reactContainer$")) return true;
	return [...document.querySelectorAll("*")].some((element) => reactKey(element, "__reactContainer$"));
}

/** One look: has the first element of the page that React owns been hydrated? */
export function isDocumentHydrated(document: Document): boolean {
	if (!document.body || isRootDehydrated(document)) return false;
	const first = firstContent(document.body);
	return first !== null && propsOf(first) !== null;
}

function firstContent(parent: Element): Element | null {
	for (const child of parent.children) {
		if (child.matches(NOT_CONTENT)) continue;
		// A root's container is not React's own; what stands in it is.
		return reactKey(child, "__reactContainer$") ? firstContent(child) : child;
	}
	return null;
}

/** React marks elements while it renders, shortly before the root takes events. The root itself says when it does. */
function isRootDehydrated(document: Document): boolean {
	const key = reactKey(document, "__reactContainer$");
	if (!key) return false;
	const fiber = (document as unknown as Record<string, { stateNode?: FiberRoot } | undefined>)[key];
	return fiber?.stateNode?.current?.memoizedState?.isDehydrated === true;
}

interface FiberRoot {
	current?: { memoizedState?: { isDehydrated?: boolean } | null };
}

/** Watches the document from before hydration; `done` is called once. Hydration changes no DOM, hence the polling. */
export function watchHydration(
	view: View,
	done: () => void,
): { readonly state: Hydration; usesReact(): boolean } {
	const { document } = view;
	let state: Hydration = "pending";
	let pollsAfterLoad = 0;

	function look(): void {
		const verdict = judge();
		if (verdict === "pending") {
			view.setTimeout(look, POLL_MS);
			return;
		}
		// Effects of the hydration run in the next task; a click before them would meet a half-made page.
		view.setTimeout(() => {
			state = verdict;
			done();
		}, 0);
	}

	function judge(): Hydration {
		if (isDocumentHydrated(document)) return "hydrated";
		if (document.readyState !== "complete") return "pending";
		pollsAfterLoad += 1;
		if (readOverlay(document)?.blocks) return "settled";
		const patience = hasReactRoot(document) ? POLLS_WITH_REACT : POLLS_WITHOUT_REACT;
		return pollsAfterLoad > patience ? "settled" : "pending";
	}

	view.setTimeout(look, 0);
	return {
		get state() {
			return state;
		},
		usesReact: () => hasReactRoot(document),
	};
}
