import { abortableDelay } from "@/lib/util/delay";

export interface ListenOptions {
	onMessage: (text: string) => void;
	/** The connection was lost and is back: what was said meanwhile is not known. */
	onGap: () => void;
	signal: AbortSignal;
}

/**
 * `LISTEN` on a connection of its own, made anew whenever it breaks, until `signal` aborts. Resolves once the first one
 * listens; rejects where that fails.
 */
export async function listenOn(url: string, channel: string, options: ListenOptions): Promise<void> {
	const { Client } = (await import("pg")).default;
	const { onMessage, onGap, signal } = options;

	/** Resolves once it listens; `ended` once the connection is over. In an object: a promise of a promise is one promise. */
	async function connect(): Promise<{ ended: Promise<void> }> {
		const client = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
		let over = () => {};
		const ended = new Promise<void>((resolve) => {
			over = resolve;
		});
		client.on("error", over);
		client.on("end", over);
		client.on("notification", ({ payload }) => onMessage(payload ?? ""));
		await client.connect();
		await client.query(`listen ${client.escapeIdentifier(channel)}`);
		const close = () => void client.end().catch(() => {});
		signal.addEventListener("abort", close, { once: true });
		if (signal.aborted) close();
		return {
			ended: ended.finally(() => {
				signal.removeEventListener("abort", close);
				close();
			}),
		};
	}

	let connection = await connect();
	void (async () => {
		while (!signal.aborted) {
			await connection.ended;
			for (let wait = 250; !signal.aborted; wait = Math.min(wait * 2, 10_000)) {
				try {
					await abortableDelay(wait, signal);
					connection = await connect();
					onGap();
					break;
				} catch {
					// Tried again, ever more slowly.
				}
			}
		}
	})();
}
