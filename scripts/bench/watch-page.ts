import type { Frame, Page } from "@playwright/test";

const PATIENCE = 180_000;
/** Milliseconds between two looks; the resolution of what is measured. */
const STEP = 20;

/** Milliseconds that `act` and everything up to `until` takes. */
export async function timed(act: () => Promise<unknown>, until: () => Promise<unknown>): Promise<number> {
	const started = performance.now();
	await act();
	await until();
	return performance.now() - started;
}

/** Repeats `look` until it gives true; an error (no server yet, a document going away) counts as "not yet". */
export async function untilTrue(look: () => Promise<boolean>, what: string): Promise<void> {
	const deadline = performance.now() + PATIENCE;
	let last: unknown = null;
	while (performance.now() < deadline) {
		try {
			if (await look()) return;
		} catch (error) {
			last = error;
		}
		await new Promise((resolve) => setTimeout(resolve, STEP));
	}
	throw new Error(`Waited ${PATIENCE / 1000} s for ${what}.${last ? ` ${String(last)}` : ""}`);
}

/** The preview's frame in a lesson page, or `null` while there is none. */
export async function previewFrame(page: Page): Promise<Frame | null> {
	const element = await page.$('iframe[title="Preview of your app"]');
	return (await element?.contentFrame()) ?? null;
}

/** The main heading reads `heading` and React has taken over: the page can be used. */
export async function isInteractive(frame: Frame | null, heading: string): Promise<boolean> {
	if (!frame) return false;
	return frame.evaluate((heading) => {
		const element = document.querySelector("h1");
		const hydrated = element && Object.keys(element).some((key) => key.startsWith("__react"));
		return Boolean(hydrated) && element?.textContent === heading;
	}, heading);
}

export async function headingIs(frame: Frame | null, heading: string): Promise<boolean> {
	if (!frame) return false;
	return frame.evaluate((heading) => document.querySelector("h1")?.textContent === heading, heading);
}
