import type { BootOptions } from "@webcontainer/api";
import { SandboxError } from "@/lib/sandbox/errors";
import { type Container, loadWebContainerApi, type WebContainerApi } from "./api";
import { BootRefusal, type Diagnosis, diagnose, diagnosisText, type Surroundings } from "./diagnosis";
import { watchHostFrame } from "./host-frame";
import { announceContainer, browserSurroundings } from "./surroundings";
import { TabDeath, thisMortalPage } from "./tab-death";

/** What a page gives to its WebContainer, made anew for tests. */
export interface PageParts {
	loadApi(): Promise<WebContainerApi>;
	surroundings: Surroundings;
	/** Loads the host's frame again if it never spoke. */
	reloadHost(): void;
	/** Lets other tabs know; gives the function that ends it. */
	announce(): () => void;
}

export interface BootRequest {
	options: BootOptions;
	apiKey: string | null;
	timeoutMs: number;
	signal: AbortSignal;
}

/** How long a host that does not answer a question may still be silent. */
const UNREACHABLE_MS = 10_000;

/** A page's one WebContainer: one at a time, and one start at a time that cannot be taken back. */
export class ContainerPage {
	readonly surroundings: Surroundings;
	readonly #parts: PageParts;
	#taken = false;
	#keySet = false;
	/** A start that has not come to an end, which may be an earlier caller's. */
	#starting: Promise<Container> | null = null;
	#wanted = false;

	constructor(parts: PageParts) {
		this.#parts = parts;
		this.surroundings = parts.surroundings;
	}

	/**
	 * Takes the page's one place. Gives the function that gives it back.
	 * @throws SandboxError `too-many-machines`
	 */
	enter(): () => void {
		if (this.#taken)
			throw new SandboxError(
				"too-many-machines",
				"This page has a sandbox already, and a browser runs one in a page. Stop that one first, or open another tab.",
				{ retryable: true },
			);
		this.#taken = true;
		const withdraw = this.#parts.announce();
		return () => {
			this.#taken = false;
			withdraw();
		};
	}

	/** @throws SandboxError `unsupported` with a {@link BootRefusal} as its cause, `cancelled` */
	async boot(request: BootRequest): Promise<Container> {
		this.#wanted = true;
		const over = new AbortController();
		try {
			const start = Promise.race([this.#start(request), this.#untilUnreachable(request, over.signal)]);
			return await within(start, request.timeoutMs, request.signal);
		} catch (error) {
			if (request.signal.aborted) throw cancelledBoot(request.signal);
			const failure =
				error === TIMED_OUT
					? ({ type: "timeout", seconds: Math.round(request.timeoutMs / 1000) } as const)
					: ({ type: "error", error } as const);
			throw refusalOf(await diagnose(this.surroundings, failure), error === TIMED_OUT ? undefined : error);
		} finally {
			this.#wanted = false;
			over.abort();
		}
	}

	/**
	 * Rejects early where the host does not answer: nobody should wait for the whole of a boot that cannot come, and the
	 * next machine may run. Never resolves. A host that speaks, late or not, has all the time there is.
	 */
	async #untilUnreachable({ timeoutMs, signal }: BootRequest, over: AbortSignal): Promise<never> {
		const limit = Math.min(UNREACHABLE_MS, timeoutMs / 2);
		const answers = await this.surroundings.reachHost(AbortSignal.any([signal, over])).then(
			() => true,
			() => false,
		);
		if (!answers && !over.aborted) {
			await new Promise((resolve) => setTimeout(resolve, limit));
			if (!this.surroundings.hostSpoke) throw TIMED_OUT;
		}
		return new Promise(() => {});
	}

	/** The API waits for a start in progress before it begins another, so one that hangs is taken up again. */
	#start(request: BootRequest): Promise<Container> {
		if (this.#starting !== null) {
			this.#parts.reloadHost();
			return this.#starting;
		}
		const starting = this.#load(request);
		this.#starting = starting;
		starting.then(
			(container) => {
				this.#starting = null;
				// Whoever asked for it has gone to another machine by now.
				if (!this.#wanted) container.teardown();
			},
			() => {
				this.#starting = null;
			},
		);
		return starting;
	}

	async #load({ options, apiKey }: BootRequest): Promise<Container> {
		const api = await this.#parts.loadApi();
		// Afterwards the API refuses to hear of it.
		if (apiKey !== null && !this.#keySet) api.configureAPIKey(apiKey);
		this.#keySet = true;
		return api.boot(options);
	}
}

/** A refusal to make a WebContainer: "try the next machine". */
export function refusalOf(diagnosis: Diagnosis, cause?: unknown): SandboxError {
	return new SandboxError("unsupported", diagnosisText(diagnosis), {
		cause: new BootRefusal(diagnosis, cause),
		retryable: diagnosis.retryable,
	});
}

let page: ContainerPage | null = null;

/** The page that this code runs in. */
export function thisPage(): ContainerPage {
	if (page !== null) return page;
	const frame = watchHostFrame();
	const death = new TabDeath(thisMortalPage());
	page = new ContainerPage({
		loadApi: loadWebContainerApi,
		surroundings: browserSurroundings(frame, death),
		reloadHost: frame.reload,
		announce() {
			const ends = [announceContainer(), death.watch()];
			return () => {
				for (const end of ends) end();
			};
		},
	});
	return page;
}

const TIMED_OUT = Symbol("timed out");

async function within<T>(work: Promise<T>, milliseconds: number, signal: AbortSignal): Promise<T> {
	let stop = () => {};
	const end = new Promise<never>((_, reject) => {
		const timer = setTimeout(() => reject(TIMED_OUT), milliseconds);
		const onAbort = () => reject(signal.reason);
		signal.addEventListener("abort", onAbort, { once: true });
		stop = () => {
			clearTimeout(timer);
			signal.removeEventListener("abort", onAbort);
		};
		if (signal.aborted) onAbort();
	});
	try {
		return await Promise.race([work, end]);
	} finally {
		stop();
	}
}

function cancelledBoot(signal: AbortSignal): SandboxError {
	return new SandboxError("cancelled", "Starting the sandbox was cancelled.", { cause: signal.reason });
}
