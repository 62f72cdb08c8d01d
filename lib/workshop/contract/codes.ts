import * as z from "zod/mini";

/** 24 signs of which none is taken for another, read, spoken or typed: of 0/O, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V one each. */
export const CODE_SIGNS = "ACDEFGHJKMNPQRTVWXY23479";
export const CODE_LENGTH = 6;
export const HELPER_CODE_LENGTH = 8;

const ofSigns = (length: number) => z.string().check(z.regex(new RegExp(`^[${CODE_SIGNS}]{${length}}$`)));

/** Of a room, in capitals: what people type, read aloud and scan. */
export const roomCodeSchema = ofSigns(CODE_LENGTH);
/** Of a room's helpers. */
export const helperCodeSchema = ofSigns(HELPER_CODE_LENGTH);

/**
 * What a person typed, as a code: small letters, spaces and hyphens are forgiven. Gives `null` for what can be none.
 * @param length {@link CODE_LENGTH} or {@link HELPER_CODE_LENGTH}
 */
export function readCode(typed: string, length: number = CODE_LENGTH): string | null {
	const code = typed.toUpperCase().replace(/[\s\u2010-\u2015-]+/g, "");
	return code.length === length && [...code].every((sign) => CODE_SIGNS.includes(sign)) ? code : null;
}
