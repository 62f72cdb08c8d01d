import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { CODE_LENGTH, CODE_SIGNS } from "./contract";

/** A random code of {@link CODE_SIGNS}; every one is as likely as another. */
export function newCode(
	length: number = CODE_LENGTH,
	random: (bytes: number) => Uint8Array = randomBytes,
): string {
	// A byte from here on would make the first signs likelier.
	const bound = 256 - (256 % CODE_SIGNS.length);
	let code = "";
	while (code.length < length) {
		for (const byte of random(length * 2)) {
			if (byte < bound && code.length < length) code += CODE_SIGNS[byte % CODE_SIGNS.length];
		}
	}
	return code;
}

/** A secret of the hub's own making: an instructor key. 192 bits. */
export function newKey(): string {
	return randomBytes(24).toString("base64url");
}

/** Public name of something in a room. 96 bits, so that it is also not guessed. */
export function newId(): string {
	return randomBytes(12).toString("hex");
}

/** What is kept of a secret: SHA-256 in hex, bound to its room, so that one secret used in two rooms shows in neither. */
export function hashSecret(room: string, secret: string): string {
	return createHash("sha256").update(`${room}:${secret}`).digest("hex");
}

/** Whether two hashes of {@link hashSecret} are the same, in a time that tells nothing. */
export function sameHash(a: string, b: string): boolean {
	return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
