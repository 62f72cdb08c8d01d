import { expect, test } from "vitest";
import { hashSecret, newCode, sameHash } from "./codes";
import { CODE_SIGNS, readCode, roomCodeSchema } from "./contract";

test("codes are of signs that are not mistaken, and each sign is as likely as another", () => {
	const codes = Array.from({ length: 4_000 }, () => newCode());
	const counts = new Map<string, number>();
	for (const sign of codes.join("")) counts.set(sign, (counts.get(sign) ?? 0) + 1);
	expect([...counts.keys()].sort().join("")).toBe([...CODE_SIGNS].sort().join(""));
	expect(CODE_SIGNS).not.toMatch(/[0OI1L5SZ8B6U]/);
	const expected = 24_000 / CODE_SIGNS.length;
	// Six standard deviations.
	for (const count of counts.values())
		expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
	expect(new Set(codes).size).toBeGreaterThan(3_995);
	for (const code of codes.slice(0, 20)) expect(roomCodeSchema.parse(code)).toBe(code);
});

test("a byte that would favour some signs is not used", () => {
	const bytes = [255, 250, 240, 0, 23, 24, 1, 2, 3, 239];
	expect(newCode(6, () => Uint8Array.from(bytes))).toBe("A9ACDE");
});

test("what people type is read kindly, and what can be no code is none", () => {
	expect(readCode(" ac-de fh")).toBe("ACDEFH");
	expect(readCode("ACDEF")).toBeNull();
	expect(readCode("ACDEF0")).toBeNull();
});

test("a secret's hash is of its room", () => {
	expect(hashSecret("ACDEFH", "secret")).not.toBe(hashSecret("ACDEFJ", "secret"));
	expect(sameHash(hashSecret("ACDEFH", "secret"), hashSecret("ACDEFH", "secret"))).toBe(true);
	expect(sameHash(hashSecret("ACDEFH", "secret"), hashSecret("ACDEFH", "other"))).toBe(false);
});
