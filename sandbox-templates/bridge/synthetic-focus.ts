/*
 * Focus without the window's focus. The browser's own `focus()` in a frame takes the keyboard away from the editor
 * in which the learner may be typing, sends no events while another window is in front, and does nothing at all while
 * the preview's pane is not displayed. So while a check acts, focus in this document is kept by the bridge, events
 * included, and the browser's stays where it is. The idea is Cypress's
 * (https://github.com/cypress-io/cypress/blob/develop/packages/driver/src/cy/focused.ts). The first click or key
 * of the learner in the document gives focus back to the browser.
 */

const FOCUSABLE =
	'input:not([type="hidden"]),button,select,textarea,a[href],area[href],summary,iframe,audio[controls],video[controls],' +
	'[contenteditable=""],[contenteditable="true"],[tabindex]';

type View = Window & typeof globalThis;
const INSTALLED = Symbol.for("server-actions-playground/focus");

export interface SyntheticFocus {
	/** From now on focus is the bridge's. */
	begin(): void;
}

/** Installs it once a document. Call it after `userEvent.setup()`, which patches the same methods. */
export function syntheticFocus(document: Document): SyntheticFocus {
	const holder = document as Document & { [INSTALLED]?: SyntheticFocus };
	holder[INSTALLED] ??= install(document);
	return holder[INSTALLED];
}

function install(document: Document): SyntheticFocus {
	const view = document.defaultView as View;
	let on = false;
	let active: Element | null = null;
	const native = Object.getOwnPropertyDescriptor(view.Document.prototype, "activeElement")!;
	const nativeActive = () => native.get!.call(document) as Element | null;
	const nativeHasFocus = document.hasFocus;
	const nativeFocus = view.HTMLElement.prototype.focus;
	const nativeBlur = view.HTMLElement.prototype.blur;
	const current = () => (active?.isConnected ? active : null);

	Object.defineProperty(document, "activeElement", {
		configurable: true,
		get: () => (on ? (current() ?? document.body) : nativeActive()),
	});
	Object.defineProperty(document, "hasFocus", {
		configurable: true,
		writable: true,
		value: () => on || nativeHasFocus.call(document),
	});

	function dispatch(target: Element, type: string, relatedTarget: Element | null): void {
		const bubbles = type === "focusin" || type === "focusout";
		target.dispatchEvent(new view.FocusEvent(type, { bubbles, composed: true, relatedTarget, view }));
	}
	function leave(next: Element | null): void {
		const left = current();
		active = null;
		if (!left) return;
		dispatch(left, "blur", next);
		dispatch(left, "focusout", next);
	}
	function enter(element: Element): void {
		const before = current();
		if (before === element || !canHaveFocus(element)) return;
		leave(element);
		// A blur handler may have moved focus elsewhere, or removed the element.
		if (current() || !element.isConnected) return;
		active = element;
		dispatch(element, "focus", before);
		if (active === element) dispatch(element, "focusin", before);
	}

	view.HTMLElement.prototype.focus = function (this: HTMLElement, options?: FocusOptions) {
		if (on && this.ownerDocument === document) enter(this);
		else nativeFocus.call(this, options);
	};
	view.HTMLElement.prototype.blur = function (this: HTMLElement) {
		if (!on || this.ownerDocument !== document) nativeBlur.call(this);
		else if (current() === this) leave(null);
	};

	const end = (event: Event) => {
		if (!event.isTrusted) return;
		on = false;
		active = null;
	};
	view.addEventListener("pointerdown", end, true);
	view.addEventListener("keydown", end, true);

	return {
		begin() {
			if (on) return;
			const element = nativeActive();
			on = true;
			active = element === document.body ? null : element;
		},
	};
}

function canHaveFocus(element: Element): boolean {
	if (!element.isConnected || !element.matches(FOCUSABLE) || element.matches(":disabled")) return false;
	const view = element.ownerDocument.defaultView as View;
	if (/^(hidden|collapse)$/.test(view.getComputedStyle(element).visibility)) return false;
	for (let node: Element | null = element; node; node = node.parentElement) {
		if (view.getComputedStyle(node).display === "none" || node.hasAttribute("inert")) return false;
	}
	return true;
}
