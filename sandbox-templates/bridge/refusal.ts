/** The page will not do what it was told; the message is for the learner. `ours`: the fault is not in their page. */
export class Refusal extends Error {
	override readonly name = "Refusal";
	readonly ours: boolean;
	constructor(message: string, options: { ours?: boolean } = {}) {
		super(message);
		this.ours = options.ours ?? false;
	}
}

/** True also for a refusal of the other bundle, whose class is another one. */
export function isRefusal(error: unknown): error is Refusal {
	return error instanceof Error && error.name === "Refusal";
}
