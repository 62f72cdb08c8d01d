import { Refusal } from "./refusal";

type View = Window & typeof globalThis;

/** The part of the Navigation API used here: the history of this frame alone. */
interface FrameNavigation {
	canGoBack: boolean;
	canGoForward: boolean;
	back(): unknown;
	forward(): unknown;
}

/** Reports path, query and hash, and the title, now and at each change; Next.js's soft navigations included. */
export function watchLocation(view: View, report: (url: string, title: string) => void): void {
	let last = "";
	const check = () => {
		const url = pageUrl(view);
		const title = view.document.title;
		const now = JSON.stringify([url, title]);
		if (now === last) return;
		last = now;
		report(url, title);
	};
	for (const name of ["pushState", "replaceState"] as const) {
		const original = view.history[name];
		view.history[name] = function (this: History, ...args: Parameters<History["pushState"]>) {
			original.apply(this, args);
			check();
		};
	}
	view.addEventListener("popstate", check);
	view.addEventListener("hashchange", check);
	// React puts <title> into the head after the address has changed.
	new view.MutationObserver(check).observe(view.document, {
		childList: true,
		subtree: true,
		characterData: true,
	});
	check();
}

export function pageUrl(view: View): string {
	return view.location.pathname + view.location.search + view.location.hash;
}

/**
 * Moves in the frame's own history. `history.back()` would not do: at the frame's first page it takes the whole tab
 * away from the lesson.
 */
export function go(view: View, to: "back" | "forward" | "reload"): null {
	if (to === "reload") {
		later(view, () => view.location.reload());
		return null;
	}
	const navigation = (view as unknown as { navigation?: FrameNavigation }).navigation;
	if (!navigation) {
		throw new Refusal(
			"This browser cannot go back and forward inside the preview. Use the address bar instead.",
		);
	}
	if (to === "back" ? !navigation.canGoBack : !navigation.canGoForward) {
		throw new Refusal(`There is no ${to === "back" ? "earlier" : "later"} page in the preview.`);
	}
	later(view, () => {
		if (to === "back") navigation.back();
		else navigation.forward();
	});
	return null;
}

/** After the answer has been sent. */
function later(view: View, work: () => void): void {
	view.setTimeout(work, 0);
}
