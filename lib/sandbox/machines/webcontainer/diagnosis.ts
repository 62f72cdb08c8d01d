import { isSandboxError } from "@/lib/sandbox/errors";

/** What can stand in the way of a WebContainer, each named by the probe that finds it. */
export type Probe =
	| "secure-context"
	| "cross-origin-isolation"
	| "shared-memory"
	| "web-assembly"
	| "service-worker"
	| "memory"
	| "host"
	| "third-party-storage"
	| "second-tab"
	| "boot-time"
	| "boot";

export interface Diagnosis {
	/** The one probe that failed. */
	probe: Probe;
	/** What is wrong, for people. */
	what: string;
	/** What the person can do about it. */
	remedy: string;
	/** Whether trying again in this same page has a chance. */
	retryable: boolean;
}

/** What the probes ask. They find out by trying; none of them reads the browser's name. */
export interface Surroundings {
	secureContext: boolean;
	crossOriginIsolated: boolean;
	sharedArrayBuffer: boolean;
	webAssembly: boolean;
	/** "blocked": the browser has them, and does not let this page use them. */
	serviceWorker(): Promise<"usable" | "missing" | "blocked">;
	/** Whether the browser ended this page, just before it was loaded anew, while it had a WebContainer. Says so once. */
	tabDied(): boolean;
	/** Whether the browser hands out as much shared memory as a WebContainer asks for. */
	reserveMemory(): boolean;
	/** The service's host, for the message. */
	hostOrigin: string;
	/** Resolves when the host answers anything at all. */
	reachHost(signal: AbortSignal): Promise<void>;
	/** Whether the host's frame has reported for duty. */
	hostSpoke: boolean;
	/** How many other tabs of this site have a WebContainer or are starting one. */
	otherTabs(): Promise<number>;
}

/** How a boot ended that did not give a WebContainer. */
export type BootFailure = { type: "timeout"; seconds: number } | { type: "error"; error: unknown };

/** Milliseconds the host has to answer a question. */
const HOST_LIMIT_MS = 5_000;

type Finding = Omit<Diagnosis, "probe">;
type Findings = { [P in Probe]: (detail: string) => Finding };

const FINDINGS: Findings = {
	"secure-context": () => ({
		what: "This page was not opened over a secure connection, and browsers give WebContainers no memory to share there.",
		remedy: "Open the page by https, or on this computer by http://localhost.",
		retryable: false,
	}),
	"cross-origin-isolation": () => ({
		what: "This page is not isolated from other sites (its COOP and COEP headers are missing or were removed on the way).",
		remedy:
			"Reload the page. If that does not help, it is the site's own setting, and whoever runs the site can change it.",
		retryable: false,
	}),
	"shared-memory": () => ({
		what: "This browser gives the page no shared memory (SharedArrayBuffer).",
		remedy: "Update the browser, or use a current Chrome, Edge, Firefox or Safari.",
		retryable: false,
	}),
	"web-assembly": () => ({
		what: "WebAssembly is switched off in this browser; a strict protection mode does that.",
		remedy: "Take this site out of the protection mode, then reload the page.",
		retryable: false,
	}),
	"service-worker": (detail) => ({
		what:
			detail === "blocked"
				? "The browser does not let this page use service workers, which the preview needs."
				: "This browser has no service workers here, which the preview needs; a private window is the usual reason.",
		remedy: "Open the page in a normal window and allow the site to store data, then reload it.",
		retryable: false,
	}),
	memory: (detail) => ({
		what:
			detail === "died"
				? "The browser closed this page while a WebContainer was in it, most likely for want of memory; phones and tablets, iOS above all, have little to give."
				: "The browser has not enough memory left for a WebContainer; phones and tablets seldom have.",
		remedy: "Close other tabs and try again, or use a computer.",
		retryable: true,
	}),
	host: (detail) => ({
		what: `The service that WebContainers come from (${detail}) cannot be reached.`,
		remedy:
			"See whether you are online and whether a firewall or an ad blocker holds that address back, then try again.",
		retryable: true,
	}),
	"third-party-storage": (detail) => ({
		what: `The service that WebContainers come from (${detail}) can be reached, but it does not start inside this page. Most often the browser blocks cookies and storage of other sites.`,
		remedy: `Allow third-party cookies and storage for ${detail} and webcontainer.io (in Brave: lower the shields), then reload the page.`,
		retryable: false,
	}),
	"second-tab": () => ({
		what: "Another tab of this site has a WebContainer, and this one did not start beside it.",
		remedy: "Close the other tab and try again.",
		retryable: true,
	}),
	"boot-time": (detail) => ({
		what: `The WebContainer has not started within ${detail} seconds, though everything it needs is here.`,
		remedy: "Try again; a slow connection or a busy computer may have been the reason.",
		retryable: true,
	}),
	boot: (detail) => ({
		what: `The WebContainer could not be started: ${detail}`,
		remedy: "Try again; if it goes on, reload the page.",
		retryable: true,
	}),
};

function finding(probe: Probe, detail = ""): Diagnosis {
	return { probe, ...FINDINGS[probe](detail) };
}

/** What can be known at once, before anything is loaded. `null` when nothing speaks against a boot. */
export function diagnoseAtOnce(surroundings: Surroundings): Diagnosis | null {
	if (!surroundings.secureContext) return finding("secure-context");
	if (!surroundings.crossOriginIsolated) return finding("cross-origin-isolation");
	if (!surroundings.sharedArrayBuffer) return finding("shared-memory");
	if (!surroundings.webAssembly) return finding("web-assembly");
	if (surroundings.tabDied()) return finding("memory", "died");
	return null;
}

/**
 * Names the one thing that kept a WebContainer from starting: the most basic probe that fails, and where none does, the
 * boot itself. Takes up to {@link HOST_LIMIT_MS}. Never rejects.
 */
export async function diagnose(surroundings: Surroundings, failure: BootFailure): Promise<Diagnosis> {
	const atOnce = diagnoseAtOnce(surroundings);
	if (atOnce !== null) return atOnce;
	const serviceWorker = await surroundings.serviceWorker();
	if (serviceWorker !== "usable") return finding("service-worker", serviceWorker);
	if (!surroundings.reserveMemory() || (failure.type === "error" && speaksOfMemory(failure.error)))
		return finding("memory");
	const { hostOrigin } = surroundings;
	// A frame that spoke was reached, whatever a later question would say.
	if (!surroundings.hostSpoke) {
		const reached = await surroundings.reachHost(AbortSignal.timeout(HOST_LIMIT_MS)).then(
			() => true,
			() => false,
		);
		if (!reached) return finding("host", hostOrigin);
	}
	if (failure.type === "timeout" && !surroundings.hostSpoke)
		return finding("third-party-storage", hostOrigin);
	if ((await surroundings.otherTabs()) > 0) return finding("second-tab");
	if (failure.type === "timeout") return finding("boot-time", String(failure.seconds));
	return finding("boot", messageOf(failure.error));
}

/** For people: what happened, what is still safe, what to do next. */
export function diagnosisText({ what, remedy }: Diagnosis): string {
	return `${what} Your code is kept. ${remedy}`;
}

/** The cause of a refusal to make a WebContainer. */
export class BootRefusal extends Error {
	override readonly name = "BootRefusal";
	constructor(
		readonly diagnosis: Diagnosis,
		cause?: unknown,
	) {
		super(diagnosis.what, cause === undefined ? undefined : { cause });
	}
}

/** The diagnosis that a `SandboxError` of a WebContainer carries, or `null`. */
export function diagnosisOf(error: unknown): Diagnosis | null {
	return isSandboxError(error) && error.cause instanceof BootRefusal ? error.cause.diagnosis : null;
}

/** Browsers agree on the class of a failed allocation, the rest is in the words of each. */
function speaksOfMemory(error: unknown): boolean {
	return /out of memory|allocation failed|could not allocate|WebAssembly\.Memory/i.test(messageOf(error));
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
