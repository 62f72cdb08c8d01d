import { connectLocalMachine } from "@/lib/sandbox/machines/local/client";
import type { Runner } from "@/lib/sandbox/runner";
import { createAgentRunner } from "@/lib/sandbox/runner/agent-runner";

/** Where a tab keeps the id of its machine, so that a reload of the page finds it again. */
const RESUME_KEY = "server-actions-playground.machine";

/**
 * A runner over a machine of the computer that the playground is served from. Browser only.
 * @throws SandboxError as `connectLocalMachine` and `createAgentRunner` do
 */
export async function connectLocalRunner(label: string, signal: AbortSignal): Promise<Runner> {
	const machine = await connectLocalMachine({
		resumeId: sessionStorage.getItem(RESUME_KEY),
		onId: (id) => sessionStorage.setItem(RESUME_KEY, id),
		signal,
	});
	return createAgentRunner(machine, { label, signal });
}
