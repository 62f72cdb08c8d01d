import { randomBytes } from "node:crypto";
import path from "node:path";
import * as z from "zod";
import { SandboxError } from "@/lib/sandbox/errors";
import { filePathSchema } from "@/lib/sandbox/files";
import { lanMachinesOf, MachineSettingError, policyOf } from "@/lib/sandbox/machine-policy";
import { lanAddresses, ownNames } from "@/lib/util/own-names";
import { readBaseApp } from "./base-app";
import { endWithProcess } from "./end-with-process";
import { MachineHost } from "./host";
import { chooseIsolation, type IsolationChoice } from "./isolation-choice";
import { probeIsolation } from "./isolation-probe";

export interface LocalMachines {
	/** Made anew at each start of the server. */
	token: string;
	host: MachineHost;
}

/** A page that reloads is back well within this. */
const GRACE_MS = 30_000;
const SWEEP_MS = 30_000;
const DEFAULT_IDLE_MS = 600_000;

const settingsSchema = z.object({
	PLAYGROUND_MAX_MACHINES: z.coerce.number().int().min(1).max(64).default(4),
	PLAYGROUND_IDLE_MS: z.coerce.number().int().min(1_000).default(DEFAULT_IDLE_MS),
	/** Below the playground's own folder, because the apps find Next.js by looking upwards. */
	PLAYGROUND_SANDBOXES: filePathSchema.default(".sandboxes"),
});

/** On globalThis: each route, and each version of a module during development, is a bundle of its own. */
const store = globalThis as typeof globalThis & { [key: symbol]: LocalMachines | undefined };
const KEY = Symbol.for("playground.local-machines");

/** Whether this server runs apps on its own computer. @throws MachineSettingError */
export function localMachinesEnabled(): boolean {
	return policyOf(process.env).offered.includes("local");
}

/**
 * The machines of this server; made and started in the background at the first call.
 * @throws SandboxError `unsupported` when a setting in the environment cannot be used
 */
export function localMachines(): LocalMachines {
	store[KEY] ??= makeLocalMachines();
	return store[KEY];
}

/** Puts other machines in place: for tests. `null` takes them away. */
export function installLocalMachines(machines: LocalMachines | null): void {
	store[KEY] = machines ?? undefined;
}

/** By which names guests may open this playground; none where they may have no machine. @throws MachineSettingError */
export function guestNames(): string[] {
	return lanMachinesOf(process.env) > 0 ? ownNames() : [];
}

function guestsOf() {
	const max = lanMachinesOf(process.env);
	return max === 0 ? null : { max, addresses: lanAddresses(), names: ownNames() };
}

/** @throws SandboxError `unsupported` where machines must be isolated and cannot be */
function isolation(): IsolationChoice {
	try {
		return chooseIsolation(process.env, probeIsolation);
	} catch (cause) {
		if (!(cause instanceof MachineSettingError)) throw cause;
		throw new SandboxError("unsupported", cause.message, { cause });
	}
}

function makeLocalMachines(): LocalMachines {
	const settings = settingsSchema.safeParse(process.env);
	if (!settings.success) {
		const name = settings.error.issues[0]?.path.join(".");
		throw new SandboxError(
			"unsupported",
			`No sandbox can run on this computer, because ${name} ${name === "PLAYGROUND_SANDBOXES" ? "is not a relative path without “..”" : "is not a whole number in its range"}. Correct it and start the playground again.`,
		);
	}
	const host = new MachineHost({
		folder: path.join(/* turbopackIgnore: true */ process.cwd(), settings.data.PLAYGROUND_SANDBOXES),
		readBase: () => readBaseApp(),
		maxMachines: settings.data.PLAYGROUND_MAX_MACHINES,
		idleMs: settings.data.PLAYGROUND_IDLE_MS,
		graceMs: GRACE_MS,
		guests: guestsOf(),
		isolation: isolation().system,
		spare: true,
		log: (message) => console.warn(message),
	});
	endWithProcess(host);
	const complain = (error: unknown) => console.error("Local sandboxes:", error);
	host.start().catch(complain);
	setInterval(() => host.sweep().catch(complain), SWEEP_MS).unref();
	return { token: randomBytes(24).toString("base64url"), host };
}
