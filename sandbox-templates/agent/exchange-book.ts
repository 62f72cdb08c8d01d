import type { Exchange } from "@/lib/sandbox/agent-protocol";
import type { CloseRecord, OpenRecord } from "./records";

/**
 * Joins the two halves of each exchange, numbers them, and tells those who wait for one.
 * @param onUnderway told the ids of the preview's calls of actions that have no answer yet, whenever they change
 */
export function createExchangeBook(
	emit: (exchange: Exchange) => void,
	{
		now = Date.now,
		onUnderway = () => {},
	}: { now?: () => number; onUnderway?: (actions: string[]) => void } = {},
) {
	const open = new Map<string, OpenRecord>();
	const waiting = new Map<string, () => void>();
	let seq = 0;

	const tellUnderway = ({ initiator, headers }: OpenRecord) => {
		if (initiator !== "preview" || !isActionCall(headers)) return;
		const calls = [...open.values()].filter(
			(each) => each.initiator === "preview" && isActionCall(each.headers),
		);
		onUnderway(calls.map(({ id }) => id));
	};
	const finish = (request: OpenRecord, end: Omit<CloseRecord, "type" | "id">) => {
		open.delete(request.id);
		tellUnderway(request);
		seq += 1;
		emit({
			id: request.id,
			seq,
			at: request.at,
			durationMs: end.durationMs,
			initiator: request.initiator,
			method: request.method,
			url: request.url,
			requestHeaders: request.headers,
			requestBody: request.body,
			status: end.status,
			responseHeaders: end.headers,
			responseBody: end.body,
			aborted: end.aborted,
			...(end.changes === undefined ? {} : { changes: end.changes }),
		});
		waiting.get(request.id)?.();
		waiting.delete(request.id);
	};

	return {
		add(record: OpenRecord | CloseRecord): void {
			if (record.type === "open") {
				open.set(record.id, record);
				tellUnderway(record);
				return;
			}
			const request = open.get(record.id);
			if (request !== undefined) finish(request, record);
		},
		/** The process has ended: what it left open is told as aborted, with status 0. */
		processEnded(): void {
			for (const request of [...open.values()]) {
				finish(request, {
					durationMs: Math.max(0, now() - request.at),
					status: 0,
					headers: [],
					body: { encoding: "utf8", data: "", size: 0, truncated: false },
					aborted: true,
				});
			}
		},
		/** Before a request is sent: `told` resolves with its exchange. Without an exchange, call `forget`. */
		expect(id: string): { told: Promise<void>; forget(): void } {
			const told = new Promise<void>((resolve) => waiting.set(id, resolve));
			return { told, forget: () => waiting.delete(id) };
		},
	};
}

/** Called by JavaScript: a form without it sends a document's request, after which there is another document anyway. */
function isActionCall(headers: OpenRecord["headers"]): boolean {
	return headers.some(([name]) => name.toLowerCase() === "next-action");
}

export type ExchangeBook = ReturnType<typeof createExchangeBook>;
