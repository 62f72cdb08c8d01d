import type { Match } from "../types";
import { foldSpace, matches } from "./format";

/** Elements whose text a person never reads. */
const UNREAD = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "TITLE"]);

/** The text a person reads with JavaScript off: hidden parts left out, white space folded. */
export function visibleText(root: Node): string {
	const parts: string[] = [];
	const visit = (node: Node) => {
		if (node.nodeType === 3) {
			parts.push(node.nodeValue ?? "");
			return;
		}
		if (node.nodeType === 1) {
			const element = node as Element;
			if (UNREAD.has(element.tagName.toUpperCase()) || element.hasAttribute("hidden")) return;
			if (element.tagName.toUpperCase() === "INPUT") return;
		}
		for (const child of Array.from(node.childNodes)) visit(child);
		parts.push(" ");
	};
	visit(root);
	return foldSpace(parts.join(""));
}

/**
 * A control's label in the order in which browsers look for it: `aria-label`, `aria-labelledby`, `<label>`, then the
 * placeholder and the name. A small part of the accessible-name computation, enough for finding a form by its labels.
 */
export function labelsOf(control: Element): string[] {
	const document = control.ownerDocument;
	const labels: (string | null | undefined)[] = [control.getAttribute("aria-label")];
	for (const id of (control.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)) {
		labels.push(document.getElementById(id)?.textContent);
	}
	const id = control.getAttribute("id");
	if (id) {
		for (const label of Array.from(document.querySelectorAll("label"))) {
			if (label.getAttribute("for") === id) labels.push(label.textContent);
		}
	}
	labels.push(control.closest("label")?.textContent);
	const type = control.getAttribute("type")?.toLowerCase() ?? "";
	if (control.tagName === "BUTTON") labels.push(control.textContent);
	if (control.tagName === "INPUT" && ["submit", "button", "reset"].includes(type)) {
		labels.push(control.getAttribute("value"));
	}
	labels.push(control.getAttribute("placeholder"), control.getAttribute("name"));
	return labels.filter((label): label is string => Boolean(label?.trim())).map(foldSpace);
}

export function isLabelled(control: Element, by: Match): boolean {
	return labelsOf(control).some((label) => matches(label.toLowerCase(), lower(by)));
}

function lower(match: Match): Match {
	return typeof match === "string"
		? match.toLowerCase()
		: new RegExp(match.source, `${match.flags.replace("i", "")}i`);
}
