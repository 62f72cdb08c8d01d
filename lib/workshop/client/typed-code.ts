import { CODE_LENGTH, CODE_SIGNS, readCode } from "../contract";

/** Signs that no code holds, and the one that is meant by them. */
const MEANT: Record<string, string> = { Z: "2", "6": "G", U: "V" };

export type TypedCode = { code: string } | { problem: string };

export type TypedRoom = { code: string; hub?: string } | { problem: string };

/**
 * A room as a person typed or pasted it: its code, or the whole address that the instructor shows
 * (`192.168.1.20:3000/join/ACDEFG`). `hub` is the room's playground where it is not the one at `ownOrigin`.
 */
export function typedRoom(typed: string, ownOrigin: string): TypedRoom {
	const address =
		/^\s*(?:(https?):\/\/)?([a-z0-9.-]+(?::\d{1,5})?|\[[0-9a-f:.]+\](?::\d{1,5})?)\/join\/([^/?#\s]+)/i;
	const [, protocol, host = "", code = ""] = address.exec(typed) ?? [];
	if (host === "") return typedCode(typed);
	const read = typedCode(code);
	if ("problem" in read) return read;
	// Shown without its protocol: numbers and ports are of a local network, where there is no https.
	const plain = /^[\d.]+$|:|\.local$/.test(host.toLowerCase());
	const hub = `${protocol ?? (plain ? "http" : "https")}://${host}`.toLowerCase();
	if (!URL.canParse(hub))
		return { problem: "That is no address. Copy it whole, as the instructor shows it." };
	const isOwn = new URL(hub).host === new URL(ownOrigin).host;
	return isOwn ? read : { ...read, hub: new URL(hub).origin };
}

/** A room's code as a person typed it: spaces, hyphens, small letters and what looks alike are forgiven. */
export function typedCode(typed: string): TypedCode {
	const signs = [...typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "")].map((sign) => MEANT[sign] ?? sign);
	if (signs.length === 0) return { problem: "Type the code that the instructor shows." };
	const wrong = [...new Set(signs.filter((sign) => !CODE_SIGNS.includes(sign)))];
	if (wrong.length > 0)
		return {
			problem: `No code has ${wrong.map((sign) => `“${sign}”`).join(" or ")} in it. Look again: it may be a sign that looks like it.`,
		};
	if (signs.length !== CODE_LENGTH)
		return { problem: `A code has ${CODE_LENGTH} letters and digits; this one has ${signs.length}.` };
	return { code: readCode(signs.join(""))! };
}
