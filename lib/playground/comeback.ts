import type { SessionState } from "@/lib/sandbox/session/state";
import type { Session } from "@/lib/sandbox/session/types";
import { machineName } from "./machine-choice";

/** Milliseconds between two questions whether the playground's server is there again. */
const ASK_MS = 2_000;
/** A server that answers and still gives no sandbox is not asked for one more often than this. */
const MAX_TRIES = 3;

export interface ComebackOptions {
	session: Pick<Session, "getState" | "subscribe" | "retry">;
	/** Whether the playground's server answers at all. Never rejects. */
	serverAnswers: (signal: AbortSignal) => Promise<boolean>;
	signal: AbortSignal;
	askMs?: number;
}

/**
 * Starts the sandbox again by itself once the playground's server, which could not be reached, answers: it was restarted,
 * the computer slept, or the network was away. Nobody has to reload the page for that.
 */
export function comeBackByItself({ session, serverAnswers, signal, askMs = ASK_MS }: ComebackOptions): void {
	let timer: ReturnType<typeof setTimeout> | null = null;
	let tries = 0;

	const stop = () => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
	};
	const askLater = () => {
		timer = setTimeout(async () => {
			const answers = await serverAnswers(signal);
			// Meanwhile the person may have tried, or gone.
			if (signal.aborted || timer === null || !isUnreachable(session.getState())) return;
			if (!answers) return askLater();
			timer = null;
			tries += 1;
			session.retry();
		}, askMs);
	};
	const look = () => {
		const state = session.getState();
		if (state.state === "ready") tries = 0;
		if (!isUnreachable(state)) stop();
		else if (timer === null && tries < MAX_TRIES) askLater();
	};
	const unsubscribe = session.subscribe(look);
	signal.addEventListener("abort", () => {
		unsubscribe();
		stop();
	});
	look();
}

/** Whether there is no sandbox because the playground's own server did not answer. */
function isUnreachable(state: SessionState): boolean {
	if (state.state === "failed") return state.code === "no-answer" && state.retryable;
	if (state.state !== "unsupported") return false;
	return state.refusals.some(({ machine, error }) => machine === machineName("local") && error.retryable);
}

/** Asks the server of this page; any answer will do. */
export async function serverAnswers(signal: AbortSignal): Promise<boolean> {
	try {
		await fetch("/api/machines/session", { cache: "no-store", signal });
		return true;
	} catch {
		return false;
	}
}
