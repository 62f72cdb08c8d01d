import type { World } from "./world";

/** Something that goes wrong, and what the playground must do about it by itself. */
export interface Fault {
	id: string;
	/** For the table. */
	what: string;
	/** What the sandbox's light must say meanwhile; left out where the learner need not notice. */
	says?: RegExp;
	/** Not in the short form: it takes long, or much. */
	long?: true;
	/** Why it cannot be tried on this computer; `null` where it can. */
	unfit?(world: World): Promise<string | null>;
	/** Lets it happen, and takes the cause away again. From then on the playground has {@link World.usableMs}. */
	run(world: World): Promise<void>;
}

/** Milliseconds until a fault of the app must have been noticed. */
export const NOTICED_MS = 20_000;
