import { type ChildProcess, spawn } from "node:child_process";
import { MACHINE_VARIABLE } from "@/lib/sandbox/machines/local/server/environment";
import type { Fault } from "./fault";
import { PAGE, type World } from "./world";

/** A harm that must be seen: a judge that passes everything says nothing. */
export interface Canary extends Fault {
	/** What one of the breaches must say. */
	breach: RegExp;
	/** Takes away what it left. */
	end?(world: World): Promise<void>;
}

const NEVER_OPENED = "security/closures";
let orphan: ChildProcess | null = null;

export const CANARIES: Canary[] = [
	{
		id: "canary-lost-text",
		what: "something was typed, and the browser does not have it",
		breach: /the browser keeps what was typed/,
		async run(world) {
			world.typed.set(NEVER_OPENED, new Map([[PAGE, "typed and lost"]]));
		},
		async end(world) {
			world.typed.delete(NEVER_OPENED);
		},
	},
	{
		id: "canary-orphan",
		what: "a program of a sandbox lives on outside of it",
		breach: /Left behind: \d+/,
		async run(world) {
			const env = { ...process.env, [MACHINE_VARIABLE]: await world.machine() };
			orphan = spawn("sleep", ["600"], { env, stdio: "ignore" });
		},
		async end() {
			orphan?.kill("SIGKILL");
		},
	},
	{
		id: "canary-unusable",
		what: "the playground is gone and does not come back",
		breach: /to be visible/,
		async run(world) {
			world.killProduct();
		},
		end: (world) => world.startOver(),
	},
];
