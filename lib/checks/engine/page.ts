import * as z from "zod/mini";
import {
	type BridgeCommand,
	type ElementState,
	elementStateSchema,
	type LocatorStep,
	pageStateSchema,
	type TextMatch,
} from "@/lib/sandbox/bridge/messages";
import type { Preview } from "@/lib/sandbox/bridge/types";
import { isSandboxError } from "@/lib/sandbox/errors";
import type { Runner } from "@/lib/sandbox/runner";
import type { Locator, LocatorFactory, Match, Page } from "../types";
import { brand } from "./brands";
import { CheckFailure } from "./failure";
import { cut, formatMatch } from "./format";
import type { Tracker } from "./tracker";

/** Milliseconds an act waits for its element, and a load for its hydrated page. */
const ACT_TIMEOUT = 5_000;
const LOAD_TIMEOUT = 20_000;

export interface PageDependencies {
	preview: Preview;
	runner: Runner;
	tracker: Tracker;
	signal: AbortSignal;
}

const elementsSchema = z.array(elementStateSchema);
const readers = new WeakMap<Locator, (signal: AbortSignal) => Promise<ElementState[]>>();

/** The elements a locator finds right now. */
export function readLocator(locator: Locator, signal: AbortSignal): Promise<ElementState[]> {
	const read = readers.get(locator);
	if (!read) throw new TypeError("expect() was given a locator of another run");
	return read(signal);
}

/** The `page` of a check: the live preview, driven through the bridge. */
export function createPage(deps: PageDependencies): Page {
	const { preview, runner, tracker, signal } = deps;
	let visited = false;

	const send = (command: BridgeCommand, timeoutMs = ACT_TIMEOUT) =>
		inLearnersWords(runner, () => preview.send(command, { timeoutMs: timeoutMs + 3_000, signal }));
	const state = async () => pageStateSchema.parse(await send({ type: "state" }));

	async function load(path: string): Promise<void> {
		// The first load of a check begins without any cookies: the recorder clears them and sends the browser on.
		const target = visited ? path : `/__sandbox/clear-cookies?to=${encodeURIComponent(path)}`;
		visited = true;
		const since = runner.exchanges().at(-1)?.seq ?? -1;
		const failed = watchForErrorPage(runner, since, path);
		try {
			const loaded = preview.goto(target, { timeoutMs: LOAD_TIMEOUT, signal });
			await Promise.race([loaded, failed.promise]);
			// A rejected race leaves the other side alone; it must not become an unhandled rejection.
			loaded.catch(() => {});
		} catch (error) {
			throw explainLoad(error, runner, preview, path, since);
		} finally {
			failed.stop();
		}
	}

	function locator(steps: LocatorStep[], words: string): Locator {
		const act = (what: string, action: Extract<BridgeCommand, { type: "act" }>["action"]) =>
			tracker.track(what, async () => {
				tracker.note(what);
				await send({ type: "act", locator: steps, action, timeoutMs: ACT_TIMEOUT });
			});
		const read = async (): Promise<ElementState[]> =>
			elementsSchema.parse(await send({ type: "query", locator: steps }));
		const one = async (): Promise<ElementState> => {
			const [element] = await read();
			if (element) return element;
			throw new CheckFailure(`There is no ${words} on the page.`, {
				expected: words,
				observed: `a page that shows: ${cut((await state()).text, 240)}`,
			});
		};
		const tracked = <T>(what: string, work: () => Promise<T>) => tracker.track(`${words}.${what}`, work);

		const self: Locator = {
			...factory((step, name) => locator([...steps, step], `${name} in ${words}`)),
			filter: ({ hasText }) =>
				locator(
					[...steps, { by: "filter", hasText: toTextMatch(hasText) }],
					`${words} with ${formatMatch(hasText)}`,
				),
			first: () => locator([...steps, { by: "nth", index: 0 }], `first ${words}`),
			nth: (index) => locator([...steps, { by: "nth", index }], `${words} number ${index + 1}`),
			click: () => act(`Clicked ${words}`, { name: "click" }),
			dblclick: () => act(`Double-clicked ${words}`, { name: "dblclick" }),
			fill: (value) => act(`Filled ${words} with “${value}”`, { name: "fill", value }),
			pressSequentially: (text) => act(`Typed “${text}” into ${words}`, { name: "type", text }),
			press: (key) => act(`Pressed ${key} in ${words}`, { name: "press", key }),
			check: () => act(`Ticked ${words}`, { name: "check", checked: true }),
			uncheck: () => act(`Unticked ${words}`, { name: "check", checked: false }),
			selectOption: (values) => {
				const list = [values].flat();
				return act(`Chose ${list.join(", ")} in ${words}`, { name: "selectOption", values: list });
			},
			focus: () => act(`Went to ${words}`, { name: "focus" }),
			blur: () => act(`Left ${words}`, { name: "blur" }),
			hover: () => act(`Pointed at ${words}`, { name: "hover" }),
			count: () => tracked("count()", async () => (await read()).length),
			textContents: () =>
				tracked("textContents()", async () => (await read()).map((element) => element.text)),
			inputValue: () => tracked("inputValue()", async () => (await one()).value ?? ""),
			getAttribute: (name) => tracked("getAttribute()", async () => (await one()).attributes[name] ?? null),
			toString: () => words,
		};
		readers.set(self, read);
		return brand(self, "locator");
	}

	const page: Page = {
		...factory((step, words) => locator([step], words)),
		goto: (path) =>
			tracker.track(`page.goto(${path})`, () => {
				tracker.note(`Opened ${path} in the preview`);
				return load(path);
			}),
		reload: () =>
			tracker.track("page.reload()", async () => {
				tracker.note("Reloaded the page");
				await load((await state()).url);
			}),
		url: () => tracker.track("page.url()", async () => (await state()).url),
		markDocument: () =>
			tracker.track("page.markDocument()", async () => {
				await send({ type: "mark", name: "check" });
			}),
		isSameDocument: () =>
			tracker.track("page.isSameDocument()", async () => (await state()).marks.includes("check")),
		text: () => tracker.track("page.text()", async () => (await state()).text),
		errors: () => preview.pageErrors(),
	};
	return brand(page, "page");
}

function factory(make: (step: LocatorStep, words: string) => Locator): LocatorFactory {
	const byText =
		(by: "label" | "placeholder" | "text", noun: string) =>
		(text: Match, options: { exact?: boolean } = {}) =>
			make({ by, text: toTextMatch(text, options.exact) }, `${noun} ${formatMatch(text)}`);
	return {
		getByRole: (role, { name, exact } = {}) =>
			make(
				name === undefined ? { by: "role", role } : { by: "role", role, name: toTextMatch(name, exact) },
				name === undefined ? role : `${role} ${formatMatch(name)}`,
			),
		getByLabel: byText("label", "field"),
		getByPlaceholder: byText("placeholder", "field"),
		getByText: byText("text", "text"),
		getByTestId: (id) => make({ by: "testId", id }, `element with test id “${id}”`),
		locator: (selector) => make({ by: "css", selector }, `element ${selector}`),
	};
}

function toTextMatch(match: Match, exact = false): TextMatch {
	return typeof match === "string"
		? { kind: "text", value: match, exact }
		: { kind: "regexp", source: match.source, flags: match.flags };
}

/** Rejects as soon as the recorder sees the document answered with a server error: no need to wait for hydration. */
function watchForErrorPage(
	runner: Runner,
	since: number,
	path: string,
): { promise: Promise<never>; stop(): void } {
	let unsubscribe = () => {};
	const promise = new Promise<never>((_, reject) => {
		unsubscribe = runner.subscribe((event) => {
			if (event.type !== "exchange" || event.exchange.seq <= since) return;
			const { method, url, status, initiator } = event.exchange;
			if (method !== "GET" || initiator !== "preview" || url !== path || status < 500) return;
			reject(
				new CheckFailure(`The page ${path} answered with an error (${status}). The server log says why.`, {
					expected: "a page",
					observed: `status ${status}`,
				}),
			);
		});
	});
	promise.catch(() => {});
	return { promise, stop: () => unsubscribe() };
}

/** A load that never became interactive is the learner's matter once the app itself has answered. */
function explainLoad(error: unknown, runner: Runner, preview: Preview, path: string, since: number): unknown {
	const timedOut = isSandboxError(error) && error.code === "no-answer" && runner.next.state === "ready";
	if (!timedOut) return error;
	const answered = runner.exchanges().some((exchange) => exchange.seq > since && exchange.url === path);
	if (!answered) return error;
	const [firstError] = preview.pageErrors();
	return new CheckFailure(
		`The page ${path} was loaded but did not become interactive within ${LOAD_TIMEOUT / 1000} seconds.`,
		{ expected: "a hydrated page", observed: firstError ?? "a page that does not hydrate" },
	);
}

/** The bridge's refusals ("found no button “Add”") are about the learner's page: failures, not faults. */
async function inLearnersWords<T>(runner: Runner, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (isSandboxError(error) && error.code === "bad-request" && runner.next.state === "ready") {
			throw new CheckFailure(error.message, {
				expected: "to be able to do this as a user would",
				observed: error.message,
			});
		}
		throw error;
	}
}
