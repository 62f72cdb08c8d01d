import { expect, test } from "vitest";
import { isHubError } from "../contract";
import { Buckets } from "./buckets";
import { Limits } from "./limits";

test("what is spent comes back with time, up to the burst", () => {
	let now = 0;
	const buckets = new Buckets({ burst: 10, perSecond: 2, now: () => now });
	expect(buckets.take("a", 10)).toBe(0);
	expect(buckets.take("a", 1)).toBe(500);
	expect(buckets.take("b", 1)).toBe(0);
	now = 500;
	expect(buckets.take("a", 1)).toBe(0);
	expect(buckets.take("a", 1)).toBe(500);
	now = 1_000_000;
	expect(buckets.take("a", 10)).toBe(0);
	expect(buckets.take("a", 1)).toBe(500);
});

test("more than the burst may still be taken from a full bucket, and made-up keys do not pile up", () => {
	const buckets = new Buckets({ burst: 10, perSecond: 1, now: () => 0 });
	expect(buckets.take("a", 50)).toBe(0);
	expect(buckets.take("a", 1)).toBe(1000);
	for (let n = 0; n < 30_000; n++) buckets.take(`made-up-${n}`, 10);
	expect((buckets as unknown as { levels: Map<string, unknown> }).levels.size).toBeLessThanOrEqual(10_000);
});

const codeOf = (act: () => void) => {
	try {
		act();
	} catch (error) {
		if (isHubError(error)) return error.value;
		throw error;
	}
	return null;
};

test("after too many wrong codes an address waits, right codes cost nothing, other addresses do not wait", () => {
	let now = 0;
	const wrongTries = { burst: 3, perSecond: 1, now: () => now };
	const limits = new Limits({ wrongTries });
	for (let n = 0; n < 100; n++) limits.mayTry("one");
	for (let n = 0; n < 3; n++) limits.triedWrong("one");
	expect(codeOf(() => limits.mayTry("one"))).toMatchObject({ code: "too-many-tries", retryAfterMs: 1000 });
	expect(codeOf(() => limits.mayTry("two"))).toBeNull();
	now = 1000;
	expect(codeOf(() => limits.mayTry("one"))).toBeNull();
});

test("requests, events and bytes of a member have bounds of their own; what is refused costs nothing", () => {
	const at = { perSecond: 1, now: () => 0 };
	const limits = new Limits({
		requests: { burst: 5, ...at },
		events: { burst: 10, ...at },
		bytes: { burst: 100, ...at },
	});
	limits.request("a", 10, 10);
	expect(codeOf(() => limits.request("a", 10, 1))).toMatchObject({ code: "too-fast", retryAfterMs: 1000 });
	expect(codeOf(() => limits.request("a", 95))).toMatchObject({ code: "too-fast", retryAfterMs: 5000 });
	expect(codeOf(() => limits.request("a", 90))).toBeNull();
	for (let n = 0; n < 3; n++) limits.request("a", 0);
	expect(codeOf(() => limits.request("a", 0))).toMatchObject({ code: "too-fast" });
	expect(codeOf(() => limits.request("b", 0))).toBeNull();
});
