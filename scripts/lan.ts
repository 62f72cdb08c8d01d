import { parseArgs } from "node:util";
import { toString as qrCode } from "qrcode";
import { MAX_LAN_MACHINES } from "@/lib/sandbox/machine-policy";
import type { IsolationChoice } from "@/lib/sandbox/machines/local/server/isolation-choice";
import { lanAddresses } from "@/lib/util/own-names";

/** What a room needs to know of a playground on the local network: its addresses, the first one also as a QR code. */
export async function lanGreeting(
	port: number,
	{ lanMachines, isolation }: { lanMachines: number; isolation: IsolationChoice | null },
	addresses: readonly string[] = lanAddresses(),
): Promise<string> {
	const urls = addresses.map((address) => `http://${address}:${port}`);
	const [first] = urls;
	if (first === undefined) {
		return "This computer is in no network, so nobody else can reach the playground. Join one (or open a hotspot) and start again.";
	}
	const code = await qrCode(first, { type: "terminal", small: true });
	return [
		`Open to everyone in your network: ${urls.join(" or ")}`,
		"",
		code.trimEnd(),
		"",
		"Does a phone in the same network not reach it? Then the access point keeps its clients apart, or a firewall is in the way: use a hotspot of this computer instead.",
		lanMachines === 0
			? OWN_COMPUTERS
			: isolation?.system
				? guestsShutIn(lanMachines)
				: guestWarning(lanMachines, isolation?.why),
	].join("\n");
}

const OWN_COMPUTERS =
	"Apps of learners do not run on this computer. Each learner starts the playground on their own, and joins your room from there; the page at this address says how. (`--lan-machines 4` would let four run here.)";

function guestsShutIn(many: number): string {
	return [
		`Up to ${many} apps of other people run on this computer, isolated (by bubblewrap): their code sees no file of yours and`,
		"no network. It shares processors, memory and disk with you, so let in only people you know.",
	].join("\n");
}

function guestWarning(many: number, why = "this playground runs no apps on its own computer"): string {
	return [
		`WARNING: up to ${many} apps of other people run on this computer, with your rights: their code can read and change`,
		"what you can. Do this only with people you trust, in a network you trust, as a user who owns nothing of worth.",
		`They are NOT isolated: ${why}. On Linux with bubblewrap (apt-get install bubblewrap) they would be.`,
	].join("\n");
}

export interface StartOptions {
	/** For other computers of the network too. */
	lan: boolean;
	/** How many apps of people at other computers this one runs at a time. */
	lanMachines: number;
}

/** Options of `npm start`. Throws for one that there is not, or that says nothing. */
export function readStartOptions(args: readonly string[]): StartOptions {
	const { values } = parseOptions(args);
	const text = values["lan-machines"] ?? "0";
	const many = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
	if (!(many <= MAX_LAN_MACHINES))
		throw new Error(
			`--lan-machines is "${text}"; it can be a whole number from 0 to ${MAX_LAN_MACHINES}: how many apps of learners this computer runs at a time.`,
		);
	if (many > 0 && !values.lan)
		throw new Error("--lan-machines goes with --lan: npm start -- --lan --lan-machines 4");
	return { lan: values.lan ?? false, lanMachines: many };
}

function parseOptions(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: { lan: { type: "boolean" }, "lan-machines": { type: "string" } },
		});
	} catch (error) {
		throw new Error(
			`${error instanceof Error ? error.message : error} \`npm start -- --lan\` opens the playground to your network; \`--lan-machines 4\` lets four learners run their apps on this computer.`,
		);
	}
}
