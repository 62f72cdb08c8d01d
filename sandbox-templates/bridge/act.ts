import type { BridgeCommand, ElementState } from "@/lib/sandbox/bridge/messages";
import { isDisabled, readElement } from "./element-state";
import { isElementHydrated } from "./hydration";
import { locate } from "./locate";
import { readOverlay } from "./overlay";
import { nextTask, perform } from "./perform";
import { Refusal } from "./refusal";
import { isVisible } from "./visible";
import { describeLocator, describeMissing } from "./words";

type Act = Extract<BridgeCommand, { type: "act" }>;

const POLL_MS = 50;

export interface ActOptions {
	signal: AbortSignal;
	/** Whether React runs in this document; without it there is nothing to be hydrated. */
	usesReact(): boolean;
}

/** Waits until the locator finds exactly one element that can take the action, then does it. */
export async function actOn(document: Document, command: Act, options: ActOptions): Promise<ElementState> {
	const element = await waitForTarget(document, command, options);
	const before = readElement(element);
	try {
		await perform(element, command.action, describeLocator(command.locator));
	} catch (error) {
		if (error instanceof Refusal) throw error;
		const [line] = String(error instanceof Error ? error.message : error).split("\n");
		throw new Refusal(`Could not ${command.action.name} the ${describeLocator(command.locator)}: ${line}`);
	}
	await nextTask();
	return before;
}

type Verdict = { ready: Element } | { reason: string };

/** What stands in the way of the action right now, if anything. */
export function judgeTarget(document: Document, command: Act, usesReact: boolean): Verdict {
	const { locator, action } = command;
	const located = locate(document, locator);
	const what = describeLocator(locator);
	if (located.missing) return { reason: describeMissing(locator, located) };
	const [element, ...others] = located.found.filter(isVisible);
	if (!element) return { reason: `The ${what} is on the page, but hidden.` };
	if (others.length > 0) {
		return {
			reason: `Found ${others.length + 1} ${describeLocator(locator, "many")}; the check needs exactly one.`,
		};
	}
	if (action.name !== "hover" && action.name !== "blur" && isDisabled(element)) {
		return { reason: `The ${what} is disabled.` };
	}
	if (isPointed(action.name) && getComputedStyle(element).pointerEvents === "none") {
		return { reason: `The ${what} takes no clicks: its style says “pointer-events: none”.` };
	}
	if (usesReact && !isElementHydrated(element)) {
		return { reason: `The ${what} is not hydrated: React has not attached its event handlers yet.` };
	}
	return { ready: element };
}

function isPointed(name: Act["action"]["name"]): boolean {
	return name === "click" || name === "dblclick" || name === "hover" || name === "check";
}

function waitForTarget(
	document: Document,
	command: Act,
	{ signal, usesReact }: ActOptions,
): Promise<Element> {
	return new Promise((resolve, reject) => {
		const deadline = performance.now() + command.timeoutMs;
		let timer: ReturnType<typeof setTimeout> | undefined;
		// Hydration and style sheets change no DOM, so there is a timer beside the observer.
		const observer = new MutationObserver(() => look());
		const stop = () => {
			observer.disconnect();
			clearTimeout(timer);
			signal.removeEventListener("abort", onAbort);
		};
		const onAbort = () => {
			stop();
			reject(new Refusal("The check was stopped.", { ours: true }));
		};
		function look(): void {
			clearTimeout(timer);
			try {
				const verdict = judgeTarget(document, command, usesReact());
				if ("ready" in verdict) {
					stop();
					resolve(verdict.ready);
				} else if (performance.now() < deadline) {
					timer = setTimeout(look, POLL_MS);
				} else {
					stop();
					reject(new Refusal(withOverlay(document, verdict.reason)));
				}
			} catch (error) {
				stop();
				reject(error);
			}
		}
		if (signal.aborted) return onAbort();
		signal.addEventListener("abort", onAbort);
		observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		look();
	});
}

function withOverlay(document: Document, reason: string): string {
	const overlay = readOverlay(document);
	return overlay ? `${reason} Next.js shows an error on the page: ${overlay.text}` : reason;
}
