import { isolationWishOf, lanMachinesOf, MachineSettingError } from "@/lib/sandbox/machine-policy";
import type { IsolationSystem } from "./isolation";
import type { IsolationProbe } from "./isolation-probe";

export type IsolationChoice =
	| { system: IsolationSystem }
	/** Not isolated; `why` is for the person who runs the playground, the end of a sentence. */
	| { system: null; why: string };

/**
 * Whether this server's machines are isolated. A lone learner's are not unless they ask for it: the code is their own, on
 * their own computer, and may use its network.
 * @param probe asked only where the answer matters
 * @throws MachineSettingError where it must be and cannot
 */
export function chooseIsolation(
	environment: Record<string, string | undefined>,
	probe: () => IsolationProbe,
): IsolationChoice {
	const wish = isolationWishOf(environment);
	if (wish === "off") return { system: null, why: "PLAYGROUND_ISOLATION is off" };
	if (wish === "auto" && lanMachinesOf(environment) === 0)
		return { system: null, why: "nobody else's apps run here" };
	const found = probe();
	if ("system" in found) return found;
	if (wish === "auto") return { system: null, why: found.missing };
	throw new MachineSettingError(
		`Apps shall run isolated (PLAYGROUND_ISOLATION is on), but ${found.missing}. Nothing was started. Install bubblewrap (on Debian and Ubuntu: apt-get install bubblewrap), or leave the setting out.`,
	);
}
