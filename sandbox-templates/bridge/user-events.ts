import type { BridgeCommand, ElementState, LocatorStep } from "@/lib/sandbox/bridge/messages";
import { type ActOptions, actOn } from "./act";
import { readElement } from "./element-state";
import { locate } from "./locate";

/** The elements the locator finds right now. */
export function query(document: Document, locator: LocatorStep[]): ElementState[] {
	return locate(document, locator).found.map(readElement);
}

/** Waits for the one element and does to it what a user would; gives its state before. */
export function act(
	document: Document,
	command: Extract<BridgeCommand, { type: "act" }>,
	options: ActOptions,
): Promise<ElementState> {
	return actOn(document, command, options);
}
