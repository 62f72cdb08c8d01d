import { computeAccessibleDescription, computeAccessibleName } from "dom-accessibility-api";
import type { ElementState } from "@/lib/sandbox/bridge/messages";
import { foldedText, isVisible } from "./visible";

const HTML_LIMIT = 500;
const ATTRIBUTE_LIMIT = 1_000;

export function readElement(element: Element): ElementState {
	return {
		text: foldedText(element),
		value: fieldValue(element),
		checked: checkedOf(element),
		visible: isVisible(element),
		disabled: isDisabled(element),
		accessibleName: computeAccessibleName(element),
		accessibleDescription: computeAccessibleDescription(element),
		attributes: Object.fromEntries(
			[...element.attributes].map(({ name, value }) => [name, value.slice(0, ATTRIBUTE_LIMIT)]),
		),
		html: element.outerHTML.slice(0, HTML_LIMIT),
	};
}

export function isDisabled(element: Element): boolean {
	return element.matches(":disabled") || element.closest('[aria-disabled="true"]') !== null;
}

export function checkedOf(element: Element): boolean | null {
	if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) return element.checked;
	const aria = element.getAttribute("aria-checked");
	return aria === null ? null : aria === "true";
}

function fieldValue(element: Element): string | null {
	const hasValue =
		element instanceof HTMLInputElement ||
		element instanceof HTMLTextAreaElement ||
		element instanceof HTMLSelectElement;
	return hasValue ? element.value : null;
}
