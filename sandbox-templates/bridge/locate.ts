import { queryAllByLabelText, queryAllByPlaceholderText, queryAllByRole } from "@testing-library/dom";
import type { LocatorStep, TextMatch } from "@/lib/sandbox/bridge/messages";
import { Refusal } from "./refusal";
import { textMatcher } from "./text-match";
import { foldedText } from "./visible";

export interface Located {
	found: Element[];
	/** Where nothing was found: the first step that found nothing, and what was searched. */
	missing: { step: number; within: Element[] } | null;
}

/** Applies the steps one after the other; each searches inside what the one before found. Document order, no doubles. */
export function locate(document: Document, steps: LocatorStep[]): Located {
	let found: Element[] = [document.documentElement];
	for (const [index, step] of steps.entries()) {
		const within = found;
		found = apply(step, within);
		if (found.length === 0) return { found, missing: { step: index, within } };
	}
	return { found, missing: null };
}

function apply(step: LocatorStep, within: Element[]): Element[] {
	if (step.by === "filter") {
		const matches = textMatcher(step.hasText);
		return within.filter((element) => matches(foldedText(element)));
	}
	if (step.by === "nth") {
		const element = within.at(step.index);
		return element ? [element] : [];
	}
	const all = new Set(within.flatMap((element) => search(step, element as HTMLElement)));
	return [...all].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

function search(step: Exclude<LocatorStep, { by: "filter" | "nth" }>, root: HTMLElement): Element[] {
	switch (step.by) {
		case "role":
			return queryAllByRole(root, step.role, step.name ? { name: textMatcher(step.name) } : {});
		case "label":
			return queryAllByLabelText(root, textMatcher(step.text));
		case "placeholder":
			return queryAllByPlaceholderText(root, textMatcher(step.text));
		case "text":
			return byText(root, step.text);
		case "testId":
			return [...root.querySelectorAll(`[data-testid="${CSS.escape(step.id)}"]`)];
		case "css":
			return bySelector(root, step.selector);
	}
}

/** As Playwright: the smallest elements whose whole text matches, so that `Hello <b>Ann</b>` is found as one text. */
function byText(root: Element, text: TextMatch): Element[] {
	const matches = textMatcher(text);
	const candidates = root.querySelectorAll("body, body *:not(script,style,template,noscript)");
	const matching = [...candidates].filter((element) => matches(textOf(element)));
	return matching.filter(
		(element) => !matching.some((other) => other !== element && element.contains(other)),
	);
}

function textOf(element: Element): string {
	const isButton = element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type);
	return isButton ? element.value : foldedText(element);
}

function bySelector(root: Element, selector: string): Element[] {
	try {
		return [...root.querySelectorAll(selector)];
	} catch {
		throw new Refusal(`The check has a wrong CSS selector: ${selector}`, { ours: true });
	}
}
