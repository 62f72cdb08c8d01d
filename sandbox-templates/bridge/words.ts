import { queryAllByRole } from "@testing-library/dom";
import { computeAccessibleName } from "dom-accessibility-api";
import type { LocatorStep, TextMatch } from "@/lib/sandbox/bridge/messages";
import type { Located } from "./locate";
import { fold, foldedText, isVisible, visibleText } from "./visible";

const MAX_NAMES = 8;
const MAX_NAME = 40;

/** A locator in words: `button named “Add” in list item that contains “Ann”`. */
export function describeLocator(steps: LocatorStep[], count: "one" | "many" = "one"): string {
	let words = "";
	for (const step of steps) {
		if (step.by === "filter") words = `${words || "element"} that contains ${quote(step.hasText)}`;
		else if (step.by === "nth") words = `${words || "element"} (number ${step.index + 1})`;
		else words = words ? `${describeStep(step, count)} in ${words}` : describeStep(step, count);
	}
	return words || "element";
}

function describeStep(step: Exclude<LocatorStep, { by: "filter" | "nth" }>, count: "one" | "many"): string {
	const noun = (word: string) => (count === "many" ? `${word}s` : word);
	switch (step.by) {
		case "role":
			return noun(roleWord(step.role)) + (step.name ? ` named ${quote(step.name)}` : "");
		case "label":
			return `${noun("field")} labelled ${quote(step.text)}`;
		case "placeholder":
			return `${noun("field")} with the placeholder ${quote(step.text)}`;
		case "text":
			return `${noun("element")} with the text ${quote(step.text)}`;
		case "testId":
			return `${noun("element")} with the test id “${step.id}”`;
		case "css":
			return `${noun("element")} matching ${step.selector}`;
	}
}

const ROLE_WORDS: Record<string, string> = {
	textbox: "text field",
	combobox: "select field",
	listitem: "list item",
	spinbutton: "number field",
	searchbox: "search field",
	radio: "radio button",
	img: "image",
};

function roleWord(role: string): string {
	return ROLE_WORDS[role] ?? role;
}

function quote(match: TextMatch): string {
	return match.kind === "regexp" ? `/${match.source}/${match.flags}` : `“${match.value}”`;
}

/** “Found no button named “Add”. Buttons on the page: …”: names what stands there instead. */
export function describeMissing(steps: LocatorStep[], { missing }: Located): string {
	if (!missing) return "";
	const upTo = steps.slice(0, missing.step + 1);
	return `Found no ${describeLocator(upTo)}. ${describeInstead(upTo, missing.within)}`.trim();
}

function describeInstead(steps: LocatorStep[], within: Element[]): string {
	const step = steps.at(-1);
	const where = steps.length > 1 ? "there" : "on the page";
	if (step?.by === "filter" || step?.by === "nth") {
		return within.length > 0 ? `Found instead: ${listNames(within.map(foldedText))}.` : "";
	}
	if (step?.by === "role" && step.name) {
		const others = within.flatMap((root) => queryAllByRole(root as HTMLElement, step.role));
		const plural = `${roleWord(step.role)}s`;
		return others.length > 0
			? `${plural[0]!.toUpperCase()}${plural.slice(1)} ${where}: ${listNames(others.map(computeAccessibleName))}.`
			: `There are no ${plural} ${where}.`;
	}
	if (step?.by === "label") {
		const labels = within.flatMap((root) => [...root.querySelectorAll("label")].filter(isVisible));
		return labels.length > 0
			? `Labels ${where}: ${listNames(labels.map(foldedText))}.`
			: `There are no labels ${where}.`;
	}
	const text = fold(
		within
			.filter((root) => root.isConnected)
			.map(visibleText)
			.join(" "),
	);
	if (!text) return `There is no text ${where}.`;
	return `${steps.length > 1 ? "It shows" : "The page shows"}: “${cut(text, 160)}”`;
}

function listNames(names: string[]): string {
	const shown = names
		.slice(0, MAX_NAMES)
		.map((name) => (name ? `“${cut(fold(name), MAX_NAME)}”` : "(no name)"));
	if (names.length > MAX_NAMES) shown.push(`and ${names.length - MAX_NAMES} more`);
	return shown.join(", ");
}

function cut(text: string, limit: number): string {
	return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
