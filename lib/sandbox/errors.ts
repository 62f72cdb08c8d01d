/**
 * Why the sandbox could not do something. The code is for programs, the message is for people: what happened, what is
 * still safe, what to do next.
 */
export const SANDBOX_ERROR_CODES = [
	"unsupported", // this machine cannot run here at all; the next one may
	"too-many-machines",
	"machine-gone", // stopped, idle too long, or the product was restarted
	"forbidden", // wrong token, Host or Origin
	"bad-path",
	"file-too-large",
	"bad-request",
	"agent-stopped", // the agent's process ended
	"no-answer", // Next.js or the agent did not answer in time
	"not-running", // Next.js is not running
	"start-failed",
	"cancelled",
	"internal",
] as const;

export type SandboxErrorCode = (typeof SANDBOX_ERROR_CODES)[number];

export class SandboxError extends Error {
	override readonly name = "SandboxError";
	constructor(
		readonly code: SandboxErrorCode,
		message: string,
		options?: { cause?: unknown; retryable?: boolean },
	) {
		super(message, options?.cause === undefined ? undefined : { cause: options.cause });
		this.retryable = options?.retryable ?? false;
	}
	/** Whether doing the same again, without changing anything, has a chance. */
	readonly retryable: boolean;
}

/** True across bundles and realms, where `instanceof` is not. */
export function isSandboxError(error: unknown): error is SandboxError {
	return error instanceof Error && error.name === "SandboxError" && "code" in error;
}

/** Its shape on the wire: the body of every refusal of the machines' HTTP surface. */
export interface SandboxErrorBody {
	error: { code: SandboxErrorCode; message: string; retryable: boolean };
}
