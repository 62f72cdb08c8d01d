import type { PageState } from "@/lib/sandbox/bridge/messages";
import { pageUrl } from "./location";
import { readOverlay } from "./overlay";
import { visibleText } from "./visible";

type View = Window & typeof globalThis;

const TEXT_LIMIT = 2_000;
const MARKS = Symbol.for("server-actions-playground/marks");
type Marked = { [MARKS]?: Set<string> };

export function readPageState(view: View, hydrated: boolean): PageState {
	const { document } = view;
	return {
		url: pageUrl(view),
		title: document.title,
		hydrated,
		marks: [...((view as Marked)[MARKS] ?? [])],
		text: document.body ? visibleText(document.body).slice(0, TEXT_LIMIT) : "",
		overlay: readOverlay(document)?.text ?? null,
	};
}

/** The mark dies with the document, so it tells a full load from a soft navigation. */
export function addMark(view: View, name: string): null {
	const marked = view as Marked;
	if (!marked[MARKS]) Object.defineProperty(view, MARKS, { value: new Set<string>() });
	marked[MARKS]?.add(name);
	return null;
}
