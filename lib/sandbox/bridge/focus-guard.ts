/**
 * The app in the frame may call `focus()` by itself (Next.js's error overlay does); the browser then takes the keyboard
 * out of the editor. The guard gives it back to whatever had it, unless the person went there: `invited` tells.
 */
export function guardFocus(
	document: Document,
	frame: () => HTMLIFrameElement | null,
	invited: () => boolean = () => false,
): AbortController {
	const guard = new AbortController();
	const view = document.defaultView;
	if (document.activeElement === frame()) frame()?.blur();
	let last = document.activeElement;
	document.addEventListener(
		"focusin",
		(event) => {
			if (event.target instanceof Element && event.target !== frame()) last = event.target;
		},
		{ signal: guard.signal },
	);
	const giveBack = () => {
		// The window also loses focus when the person goes to another program: nothing to give back then.
		if (guard.signal.aborted || frame() === null || document.activeElement !== frame() || invited()) return;
		if (last instanceof HTMLElement && last !== document.body && last.isConnected) {
			last.focus({ preventScroll: true });
		} else {
			frame()?.blur();
		}
	};
	// In a task of its own: in the middle of the change the browser would not have it changed back.
	view?.addEventListener("blur", () => view.setTimeout(giveBack, 0), { signal: guard.signal });
	return guard;
}

/** Milliseconds for which a keystroke counts as typing, and a new document as one that may grab the focus. */
const TYPING_MS = 3_000;
const LOADING_MS = 3_000;

/**
 * Whether the person may be on the way into the frame: with the pointer over it, by a key that moves the focus, or by a
 * finger (a tap inside another document is not told to this one). Not so while they type, nor just after the product
 * loaded a document by itself: focus that moves then was taken. `loadedAt` gives when that was, in the terms of `now`.
 */
export function watchInvitation(
	document: Document,
	frame: () => HTMLIFrameElement | null,
	{ loadedAt, signal, now = Date.now }: { loadedAt: () => number; signal: AbortSignal; now?: () => number },
): () => boolean {
	let typedAt = Number.NEGATIVE_INFINITY;
	let byKey = false;
	let over = false;
	const onKey = (event: KeyboardEvent) => {
		byKey = event.key === "Tab" || event.key === "F6";
		if (!byKey) typedAt = now();
	};
	const onPointer = (event: PointerEvent) => {
		over = event.target === frame();
		if (event.type === "pointerdown") typedAt = Number.NEGATIVE_INFINITY;
	};
	document.addEventListener("keydown", onKey, { capture: true, signal });
	document.addEventListener("pointerover", onPointer, { capture: true, signal });
	document.addEventListener("pointerdown", onPointer, { capture: true, signal });
	return () => {
		if (over || byKey || document.defaultView?.matchMedia?.("(hover: none)").matches) return true;
		return now() - typedAt > TYPING_MS && now() - loadedAt() > LOADING_MS;
	};
}
