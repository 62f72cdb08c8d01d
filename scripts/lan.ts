import { toString as qrCode } from "qrcode";
import { lanAddresses } from "@/lib/workshop/server/guard";

/** What a room needs to know of a playground on the local network: its addresses, the first one also as a QR code. */
export async function lanGreeting(
	port: number,
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
		"Apps of learners do not run on this computer: a sandbox runs only for the computer that the playground runs on.",
	].join("\n");
}

/** Options of `npm start`. Throws for one that there is not. */
export function readStartOptions(args: readonly string[]): { lan: boolean } {
	for (const arg of args) {
		if (arg !== "--lan")
			throw new Error(
				`There is no option ${arg}. \`npm start -- --lan\` opens the playground to your network.`,
			);
	}
	return { lan: args.includes("--lan") };
}
