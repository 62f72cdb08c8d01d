import { CODE_LENGTH, CODE_SIGNS, readCode } from "../contract";

/** Signs that no code holds, and the one that is meant by them. */
const MEANT: Record<string, string> = { Z: "2", "6": "G", U: "V" };

export type TypedCode = { code: string } | { problem: string };

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
