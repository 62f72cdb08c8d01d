import type { SandboxErrorCode } from "@/lib/sandbox/errors";

/** What becomes an error reply. */
export class AgentError extends Error {
	override readonly name = "AgentError";
	constructor(
		readonly code: SandboxErrorCode,
		message: string,
	) {
		super(message);
	}
}
