import { readRecord, type WorkspaceRecord } from "./record";

/** What two tabs with the same lesson tell each other: the whole record after every write. */
export interface TabChannel {
	post(record: WorkspaceRecord): void;
}

export type OpenTabChannel = (
	lesson: string,
	onRecord: (record: WorkspaceRecord) => void,
	signal: AbortSignal,
) => TabChannel;

/** Over `BroadcastChannel`; says nothing where the browser has none. */
export const openBroadcastChannel: OpenTabChannel = (lesson, onRecord, signal) => {
	if (typeof BroadcastChannel === "undefined") return { post: () => undefined };
	const channel = new BroadcastChannel("server-actions-playground:workspaces");
	channel.addEventListener("message", (event: MessageEvent<unknown>) => {
		// Other lessons and tabs of another version of the playground speak on the same channel.
		const result = readRecord(event.data, lesson);
		if (result.kind === "record") onRecord(result.record);
	});
	let open = true;
	const close = () => {
		open = false;
		channel.close();
	};
	if (signal.aborted) close();
	else signal.addEventListener("abort", close, { once: true });
	return {
		post: (record) => {
			if (open) channel.postMessage(record);
		},
	};
};
