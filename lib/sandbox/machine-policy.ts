import * as z from "zod";
import type { MachineKind } from "./machine";

export const MACHINE_KINDS = ["local", "webcontainer"] as const satisfies readonly MachineKind[];

/** What the playground's server says of the machines that its pages may have. */
export const machinePolicySchema = z.object({
	/** In no order. */
	offered: z.array(z.enum(MACHINE_KINDS)),
	/** The site is for people who are elsewhere, whatever address it is opened by. */
	hosted: z.boolean(),
	/** Of the WebContainer service; public by its nature. */
	apiKey: z.string().nullable(),
});
export type MachinePolicy = z.infer<typeof machinePolicySchema>;

/** Thrown for a setting in the environment that says nothing the playground can do. */
export class MachineSettingError extends Error {
	override readonly name = "MachineSettingError";
}

/**
 * The policy that a server's environment asks for: PLAYGROUND_MACHINES (names of machines with commas between them),
 * PLAYGROUND_HOSTED=on, PLAYGROUND_LOCAL_MACHINES=off and PLAYGROUND_WEBCONTAINER_API_KEY.
 * @throws MachineSettingError
 */
export function policyOf(environment: Record<string, string | undefined>): MachinePolicy {
	const hosted = isOn(environment, "PLAYGROUND_HOSTED", false);
	const local = isOn(environment, "PLAYGROUND_LOCAL_MACHINES", true);
	const named = namesOf(environment.PLAYGROUND_MACHINES ?? "");
	const offered = (named ?? MACHINE_KINDS).filter((kind) => kind !== "local" || (local && !hosted));
	if (named !== null && offered.length === 0)
		throw new MachineSettingError(
			"PLAYGROUND_MACHINES names the local machine only, and PLAYGROUND_HOSTED or PLAYGROUND_LOCAL_MACHINES takes it away. Name webcontainer as well, or leave PLAYGROUND_MACHINES out.",
		);
	return {
		offered: [...offered],
		hosted,
		apiKey: environment.PLAYGROUND_WEBCONTAINER_API_KEY?.trim() || null,
	};
}

/** More would not fit into the memory of any computer that people bring to a room. */
export const MAX_LAN_MACHINES = 32;

/**
 * How many apps of people at other computers this one runs at a time: PLAYGROUND_LAN_MACHINES, where PLAYGROUND_LAN is on;
 * none unless it is said.
 * @throws MachineSettingError
 */
export function lanMachinesOf(environment: Record<string, string | undefined>): number {
	const text = environment.PLAYGROUND_LAN_MACHINES?.trim() ?? "";
	if (text === "" || !isOn(environment, "PLAYGROUND_LAN", false)) return 0;
	const many = Number(text);
	if (Number.isInteger(many) && many >= 0 && many <= MAX_LAN_MACHINES) return many;
	throw new MachineSettingError(
		`PLAYGROUND_LAN_MACHINES is "${text}"; it can be a whole number from 0 to ${MAX_LAN_MACHINES}.`,
	);
}

export const ISOLATION_WISHES = ["on", "off", "auto"] as const;

/**
 * Whether apps on this computer are to be shut in: PLAYGROUND_ISOLATION. `auto`, unless it is said: where people at other
 * computers may run apps here and this computer can do it.
 * @throws MachineSettingError
 */
export function isolationWishOf(
	environment: Record<string, string | undefined>,
): (typeof ISOLATION_WISHES)[number] {
	const text = environment.PLAYGROUND_ISOLATION?.trim() || "auto";
	const wish = ISOLATION_WISHES.find((one) => one === text);
	if (wish !== undefined) return wish;
	throw new MachineSettingError(`PLAYGROUND_ISOLATION is "${text}"; it can be on, off or auto.`);
}

function isOn(environment: Record<string, string | undefined>, name: string, otherwise: boolean): boolean {
	const text = environment[name]?.trim() ?? "";
	if (text === "") return otherwise;
	if (text === "on" || text === "off") return text === "on";
	throw new MachineSettingError(`${name} is "${text}"; it can be on or off.`);
}

function namesOf(text: string): MachineKind[] | null {
	const words = text
		.split(",")
		.map((word) => word.trim())
		.filter((word) => word !== "");
	if (words.length === 0) return null;
	return words.map((word) => {
		const kind = MACHINE_KINDS.find((known) => known === word);
		if (kind !== undefined) return kind;
		throw new MachineSettingError(
			`PLAYGROUND_MACHINES names "${word}"; the machines are ${MACHINE_KINDS.join(" and ")}.`,
		);
	});
}
