import { createHmac, timingSafeEqual } from "node:crypto";

/** A real app keeps this outside of its code. */
const SECRET = "known to this playground only";

/** Adds a signature that only this server can make: `ada` becomes `ada.Xf3…`. */
export function sign(value: string): string {
	return `${value}.${signatureOf(value)}`;
}

/** What was signed, or `null` when the signature is not ours. */
export function unsign(signed: string): string | null {
	const dot = signed.lastIndexOf(".");
	const value = signed.slice(0, Math.max(0, dot));
	const given = Buffer.from(signed.slice(dot + 1));
	const expected = Buffer.from(signatureOf(value));
	return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

function signatureOf(value: string): string {
	return createHmac("sha256", SECRET).update(value).digest("base64url");
}
