import { userEvent } from "@testing-library/user-event";
import type { BridgeCommand } from "@/lib/sandbox/bridge/messages";
import { checkedOf } from "./element-state";
import { escapeKeys, toUserEventKeys } from "./keys";
import { Refusal } from "./refusal";
import { syntheticFocus } from "./synthetic-focus";
import { foldedText } from "./visible";

type Action = Extract<BridgeCommand, { type: "act" }>["action"];
type User = ReturnType<typeof userEvent.setup>;

/** Longer text is pasted: key by key it would take seconds. */
const PASTE_FROM = 200;
/** Fields whose value a user picks rather than types. */
const PICKED = new Set(["date", "time", "datetime-local", "month", "week", "color", "range"]);
const NOT_TYPED = new Set(["checkbox", "radio", "button", "submit", "reset", "image", "file", "hidden"]);

const users = new WeakMap<Document, User>();

/** Does it as user-event does. `what` names the element in refusals. Resolves when the events have been handled. */
export async function perform(element: Element, action: Action, what: string): Promise<void> {
	const { ownerDocument: document } = element;
	const user = userOf(document);
	syntheticFocus(document).begin();
	const target = element as HTMLElement;
	switch (action.name) {
		case "click":
			return user.click(target);
		case "dblclick":
			return user.dblClick(target);
		case "hover":
			return user.hover(target);
		case "focus":
			return target.focus();
		case "blur":
			return target.blur();
		case "check": {
			if (checkedOf(target) === action.checked) return;
			if (checkedOf(target) === null) throw new Refusal(`The ${what} cannot be ticked: it is no checkbox.`);
			if (!action.checked && target instanceof HTMLInputElement && target.type === "radio") {
				throw new Refusal(`The ${what} is a radio button: it cannot be unticked, only another one chosen.`);
			}
			return user.click(target);
		}
		case "selectOption":
			return select(user, target, action.values, what);
		case "fill":
			return fill(user, target, action.value, what);
		case "type":
			assertTypable(target, what);
			await user.click(target);
			return type(user, action.text);
		case "press": {
			const keys = toUserEventKeys(action.key);
			if (keys === null)
				throw new Refusal(`The check presses a key that does not exist: ${action.key}`, { ours: true });
			target.focus();
			return pressKeys(user, document, keys);
		}
	}
}

function userOf(document: Document): User {
	const known = users.get(document);
	if (known) return known;
	const navigator = document.defaultView!.navigator;
	// No delay: timers run once a second in a tab in the background. Between keys a task is yielded instead.
	const user = userEvent.setup({ document, delay: null, pointerEventsCheck: 0 });
	// setup() puts a stub over the clipboard; the learner's "Copy" button shall go on working.
	if (Object.hasOwn(navigator, "clipboard")) Reflect.deleteProperty(navigator, "clipboard");
	users.set(document, user);
	return user;
}

async function fill(user: User, target: HTMLElement, value: string, what: string): Promise<void> {
	if (target instanceof HTMLSelectElement) {
		throw new Refusal(`The ${what} is a select field: use selectOption() instead of fill().`);
	}
	assertTypable(target, what);
	target.focus();
	if (target instanceof HTMLInputElement && PICKED.has(target.type)) return setPicked(target, value, what);
	await user.clear(target);
	await type(user, value);
}

function assertTypable(target: HTMLElement, what: string): void {
	const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
	if (isField && target.readOnly) throw new Refusal(`The ${what} is read-only.`);
	if (isField && !NOT_TYPED.has(target.type)) return;
	if (!isField && /^(true|)$/.test(target.getAttribute("contenteditable") ?? "false")) return;
	throw new Refusal(`The ${what} takes no text: it is no text field.`);
}

async function type(user: User, text: string): Promise<void> {
	if (text.length > PASTE_FROM) return user.paste(text);
	for (const character of text) {
		await user.keyboard(character === "\n" ? "{Enter}" : escapeKeys(character));
		await nextTask();
	}
}

function setPicked(target: HTMLInputElement, value: string, what: string): void {
	// The prototype's setter: React puts its own over the element's and would take the change for its own.
	const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
	setter.call(target, value);
	if (value !== "" && target.value === "") {
		throw new Refusal(`The ${what} (${target.type}) does not take the value “${value}”.`);
	}
	target.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
	target.dispatchEvent(new Event("change", { bubbles: true }));
}

async function select(user: User, target: HTMLElement, values: string[], what: string): Promise<void> {
	if (!(target instanceof HTMLSelectElement)) {
		throw new Refusal(`The ${what} is no select field, so nothing can be chosen in it.`);
	}
	const options = [...target.options];
	const chosen = values.map((value) => {
		const option = options.find((o) => o.value === value) ?? options.find((o) => foldedText(o) === value);
		if (option) return option;
		const offered = options.map((o) => `“${foldedText(o) || o.value}”`).join(", ");
		throw new Refusal(`The ${what} has no option “${value}”. Its options: ${offered || "none"}.`);
	});
	if (chosen.length > 1 && !target.multiple) {
		throw new Refusal(`The ${what} takes one option, not ${chosen.length}.`);
	}
	await user.selectOptions(target, chosen);
}

/**
 * user-event sends an implicit submission without the form's default button where it finds none by its selector, and
 * as a bare event that skips validation; the browser's own rules are applied instead
 * (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission).
 */
async function pressKeys(user: User, document: Document, keys: string): Promise<void> {
	const view = document.defaultView!;
	const onKeypress = (event: KeyboardEvent) => {
		const field = event.target;
		if (event.key !== "Enter" || event.isTrusted || event.defaultPrevented) return;
		if (
			!(field instanceof HTMLInputElement) ||
			!field.form ||
			/^(button|submit|reset|image|file|color)$/.test(field.type)
		)
			return;
		event.preventDefault();
		submitImplicitly(field.form);
	};
	view.addEventListener("keypress", onKeypress);
	try {
		await user.keyboard(keys);
	} finally {
		view.removeEventListener("keypress", onKeypress);
	}
}

function submitImplicitly(form: HTMLFormElement): void {
	const controls = [...form.elements];
	const button = controls.find(
		(control): control is HTMLButtonElement | HTMLInputElement =>
			(control instanceof HTMLButtonElement && control.type === "submit") ||
			(control instanceof HTMLInputElement && /^(submit|image)$/.test(control.type)),
	);
	if (button) {
		if (!button.disabled) button.click();
		return;
	}
	const blocking = controls.filter(
		(control) =>
			control instanceof HTMLInputElement &&
			/^(text|search|tel|url|email|password|date|month|week|time|datetime-local|number)$/.test(control.type),
	);
	if (blocking.length <= 1) form.requestSubmit();
}

/** Lets the page's own tasks run; unlike a timer it is not slowed down in the background. */
export function nextTask(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
