import { SandboxError } from "@/lib/sandbox/errors";

/** Which address each listening port of a WebContainer has; told by its events, at a time of its own. */
export class PortBook {
	readonly #urls = new Map<number, string>();
	readonly #waiting = new Set<(port: number, url: string) => void>();

	opened(port: number, url: string): void {
		const origin = url.replace(/\/+$/, "");
		this.#urls.set(port, origin);
		for (const tell of [...this.#waiting]) tell(port, origin);
	}

	closed(port: number): void {
		this.#urls.delete(port);
	}

	/** @throws SandboxError `not-running` while nothing is known to listen there */
	urlOf(port: number): string {
		const url = this.#urls.get(port);
		if (url !== undefined) return url;
		throw new SandboxError(
			"not-running",
			`Nothing is known to listen on port ${port} of this sandbox, so it has no address yet. Wait until the app has started.`,
			{ retryable: true },
		);
	}

	/** Resolves once something listens on `port`. @throws SandboxError `cancelled` */
	whenOpen(port: number, signal: AbortSignal): Promise<string> {
		const known = this.#urls.get(port);
		return new Promise((resolve, reject) => {
			const cancel = () => {
				this.#waiting.delete(tell);
				reject(
					new SandboxError("cancelled", `Waiting for port ${port} of the sandbox was cancelled.`, {
						cause: signal.reason,
					}),
				);
			};
			const tell = (opened: number, url: string) => {
				if (opened !== port) return;
				this.#waiting.delete(tell);
				signal.removeEventListener("abort", cancel);
				resolve(url);
			};
			if (signal.aborted) cancel();
			else if (known !== undefined) resolve(known);
			else {
				this.#waiting.add(tell);
				signal.addEventListener("abort", cancel, { once: true });
			}
		});
	}
}
