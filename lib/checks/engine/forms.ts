import type { HttpForm, HttpRequestOptions, HttpResponse, Match } from "../types";
import { isLabelled, labelsOf } from "./document";
import { CheckFailure } from "./failure";
import { formatMatch } from "./format";

/** What a form submission becomes on the wire. */
export interface FormRequest {
	method: "GET" | "POST";
	path: string;
	encoding: "multipart" | "urlencoded";
	entries: [name: string, value: string | File][];
}

export type FormValues = Record<string, string | string[] | File>;

/** A hidden field of this name makes Next.js run a Server Action (FACTS: wire format). */
const ACTION_FIELD = /^\$ACTION_(ID|REF)_/;

export type SendForm = (
	request: FormRequest,
	description: string,
	options: HttpRequestOptions & { followRedirect?: boolean },
) => Promise<HttpResponse>;

/** The forms of a document, each able to be sent as a browser without JavaScript would send it. */
export function formsOf(document: Document, path: string, send: SendForm): ParsedForm[] {
	return Array.from(document.querySelectorAll("form")).map((element) => new ParsedForm(element, path, send));
}

export class ParsedForm implements HttpForm {
	constructor(
		private readonly element: HTMLFormElement,
		private readonly documentPath: string,
		private readonly send: SendForm,
	) {}

	get fields(): Record<string, string> {
		const pairs = this.entries(null).map(([name, value]) => [
			name,
			typeof value === "string" ? value : value.name,
		]);
		return Object.fromEntries(pairs) as Record<string, string>;
	}

	get isServerAction(): boolean {
		const names = this.controls().map((control) => control.getAttribute("name") ?? "");
		return this.attribute("method").toLowerCase() === "post" && names.some((name) => ACTION_FIELD.test(name));
	}

	/** Whether a control, a button or the form itself goes by this label, name or text. */
	isCalled(label: Match): boolean {
		return isLabelled(this.element, label) || this.controls().some((control) => isLabelled(control, label));
	}

	async submit(
		values: FormValues = {},
		options: HttpRequestOptions & { button?: Match; followRedirect?: boolean } = {},
	): Promise<HttpResponse> {
		const button = this.submitter(options.button);
		const label = button ? (labelsOf(button)[0] ?? "the button") : "its only button";
		return this.send(
			this.request(values, button),
			`Sent the form with “${label}”, without JavaScript`,
			options,
		);
	}

	/** Pure: what a browser without JavaScript would send. Source: HTML Standard, form submission algorithm. */
	request(values: FormValues, button: Element | null): FormRequest {
		const attribute = (name: string) => button?.getAttribute(`form${name}`) ?? this.attribute(name);
		const action = attribute("action");
		if (/^javascript:/i.test(action)) {
			throw new CheckFailure(
				"This form does nothing without JavaScript: its action is a function of a Client Component, not a Server Action itself.",
				{ expected: "a form that the browser itself can send", observed: 'action="javascript:…"' },
			);
		}
		const method = attribute("method").toLowerCase() === "post" ? "POST" : "GET";
		const multipart = attribute("enctype").toLowerCase() === "multipart/form-data";
		return {
			method,
			path: action === "" ? this.documentPath : resolvePath(action, this.documentPath),
			encoding: multipart ? "multipart" : "urlencoded",
			entries: override(this.entries(button), values),
		};
	}

	private attribute(name: string): string {
		return this.element.getAttribute(name) ?? "";
	}

	private controls(): Element[] {
		const inside = Array.from(this.element.querySelectorAll("input, textarea, select, button"));
		const id = this.element.getAttribute("id");
		if (!id) return inside;
		const outside = Array.from(this.element.ownerDocument.querySelectorAll("[form]")).filter(
			(control) => control.getAttribute("form") === id && !inside.includes(control),
		);
		return [...inside, ...outside];
	}

	private submitter(label: Match | undefined): Element | null {
		const buttons = this.controls().filter(isSubmitButton);
		if (label === undefined) return buttons[0] ?? null;
		const found = buttons.find((button) => isLabelled(button, label));
		if (!found) {
			throw new CheckFailure(`The form has no button ${formatMatch(label)}.`, {
				expected: `a submit button ${formatMatch(label)}`,
				observed: describeButtons(buttons),
			});
		}
		return found;
	}

	/** The entry list of the form; `button` is the one that was clicked. */
	private entries(button: Element | null): [string, string | File][] {
		const list: [string, string | File][] = [];
		for (const control of this.controls()) {
			const name = control.getAttribute("name");
			if (!name || control.hasAttribute("disabled") || control.closest("fieldset[disabled]")) continue;
			if (control.tagName === "BUTTON" || isSubmitButton(control)) {
				if (control === button) list.push([name, control.getAttribute("value") ?? ""]);
				continue;
			}
			list.push(...controlEntries(control, name));
		}
		return list;
	}
}

function controlEntries(control: Element, name: string): [string, string][] {
	const type = control.getAttribute("type")?.toLowerCase() ?? "text";
	if (control.tagName === "TEXTAREA") return [[name, control.textContent ?? ""]];
	if (control.tagName === "SELECT") return selectedValues(control).map((value) => [name, value]);
	if (type === "checkbox" || type === "radio") {
		return control.hasAttribute("checked") ? [[name, control.getAttribute("value") ?? "on"]] : [];
	}
	if (["button", "reset", "image", "file"].includes(type)) return [];
	return [[name, control.getAttribute("value") ?? ""]];
}

function selectedValues(select: Element): string[] {
	const options = Array.from(select.querySelectorAll("option"));
	const chosen = options.filter((option) => option.hasAttribute("selected"));
	const effective = chosen.length > 0 || select.hasAttribute("multiple") ? chosen : options.slice(0, 1);
	return effective.map((option) => option.getAttribute("value") ?? option.textContent ?? "");
}

function isSubmitButton(control: Element): boolean {
	const type = control.getAttribute("type")?.toLowerCase();
	return control.tagName === "BUTTON"
		? !type || type === "submit"
		: control.tagName === "INPUT" && type === "submit";
}

/** The learner's values take the place of the form's own; a name the form does not have is sent all the same. */
function override(entries: [string, string | File][], values: FormValues): [string, string | File][] {
	const kept = entries.filter(([name]) => !(name in values));
	const added = Object.entries(values).flatMap(([name, value]): [string, string | File][] =>
		(Array.isArray(value) ? value : [value]).map((one) => [name, one]),
	);
	return [...kept, ...added];
}

function resolvePath(action: string, documentPath: string): string {
	const url = new URL(action, `http://app${documentPath}`);
	return url.pathname + url.search;
}

function describeButtons(buttons: Element[]): string {
	if (buttons.length === 0) return "no submit button at all";
	return `the buttons ${buttons.map((button) => `“${labelsOf(button)[0] ?? "without a name"}”`).join(", ")}`;
}
