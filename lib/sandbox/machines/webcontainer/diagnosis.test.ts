import { describe, expect, it, vi } from "vitest";
import { SandboxError } from "@/lib/sandbox/errors";
import {
	type BootFailure,
	BootRefusal,
	diagnose,
	diagnoseAtOnce,
	diagnosisOf,
	diagnosisText,
	type Probe,
	type Surroundings,
} from "./diagnosis";

const HOST = "https://host.example";
const TIMEOUT: BootFailure = { type: "timeout", seconds: 45 };

/** A browser that nothing is wrong with, and a host that has begun to speak. */
function sound(faults: Partial<Surroundings> = {}): Surroundings {
	return {
		secureContext: true,
		crossOriginIsolated: true,
		sharedArrayBuffer: true,
		webAssembly: true,
		serviceWorker: async () => "usable",
		tabDied: () => false,
		reserveMemory: () => true,
		hostOrigin: HOST,
		reachHost: async () => {},
		hostSpoke: true,
		otherTabs: async () => 0,
		...faults,
	};
}

/** Each fault, the most basic first: the diagnosis names the first that is there. */
const FAULTS: [Probe, Partial<Surroundings>][] = [
	["secure-context", { secureContext: false }],
	["cross-origin-isolation", { crossOriginIsolated: false }],
	["shared-memory", { sharedArrayBuffer: false }],
	["web-assembly", { webAssembly: false }],
	["service-worker", { serviceWorker: async () => "missing" }],
	["service-worker", { serviceWorker: async () => "blocked" }],
	["memory", { reserveMemory: () => false }],
	["host", { hostSpoke: false, reachHost: () => Promise.reject(new TypeError("Failed to fetch")) }],
	["third-party-storage", { hostSpoke: false }],
	["second-tab", { otherTabs: async () => 1 }],
	["boot-time", {}],
];
const AT_ONCE = new Set<Probe>(["secure-context", "cross-origin-isolation", "shared-memory", "web-assembly"]);

describe("a boot that did not come to an end", () => {
	it.each(FAULTS)("names %s", async (probe, fault) => {
		expect((await diagnose(sound(fault), TIMEOUT)).probe).toBe(probe);
	});

	it("names the more basic one of any two faults", async () => {
		for (const [index, [probe, fault]] of FAULTS.entries()) {
			for (const [laterProbe, later] of FAULTS.slice(index + 1)) {
				// A host that speaks cannot be one that does not.
				const both = { ...later, ...fault };
				expect([probe, laterProbe, (await diagnose(sound(both), TIMEOUT)).probe]).toEqual([
					probe,
					laterProbe,
					probe,
				]);
			}
		}
	});

	it("says how long was waited", async () => {
		expect((await diagnose(sound(), TIMEOUT)).what).toContain("45 seconds");
	});
});

describe("before a boot", () => {
	it.each(FAULTS)("sees %s if it can be seen without waiting", (probe, fault) => {
		expect(diagnoseAtOnce(sound(fault))?.probe).toBe(AT_ONCE.has(probe) ? probe : undefined);
	});
});

describe("a boot that was refused", () => {
	const failed = (error: unknown): BootFailure => ({ type: "error", error });

	it.each([
		new RangeError("WebAssembly.Memory(): could not allocate memory"),
		new RangeError("Array buffer allocation failed"),
		new Error("Out of memory"),
	])("is for want of memory when it says so: %s", async (error) => {
		expect((await diagnose(sound({ otherTabs: async () => 3 }), failed(error))).probe).toBe("memory");
	});

	it("is told in its own words when no probe explains it", async () => {
		const diagnosis = await diagnose(sound(), failed(new Error("the words")));
		expect(diagnosis).toMatchObject({ probe: "boot", retryable: true });
		expect(diagnosis.what).toContain("the words");
		expect((await diagnose(sound(), failed("no error at all"))).what).toContain("no error at all");
	});

	it("is not blamed on storage, which would have kept it from being refused", async () => {
		expect((await diagnose(sound({ hostSpoke: false }), failed(new Error("x")))).probe).toBe("boot");
	});
});

describe("the host", () => {
	it("is not asked again when it spoke", async () => {
		const reachHost = vi.fn(async () => {});
		await diagnose(sound({ reachHost }), TIMEOUT);
		expect(reachHost).not.toHaveBeenCalled();
	});

	it("that answers nothing is given up on with the signal", async () => {
		vi.useFakeTimers();
		const given: AbortSignal[] = [];
		const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
		const reachHost = (signal: AbortSignal) => {
			given.push(signal);
			return Promise.reject(signal.reason);
		};
		expect((await diagnose(sound({ hostSpoke: false, reachHost }), TIMEOUT)).probe).toBe("host");
		expect(timeout).toHaveBeenCalledWith(5_000);
		expect(given[0]?.aborted).toBe(true);
		timeout.mockRestore();
		vi.useRealTimers();
	});
});

describe("what is said", () => {
	it.each(FAULTS)("of %s: what is wrong, what is safe, what to do", async (_, fault) => {
		const diagnosis = await diagnose(sound(fault), TIMEOUT);
		const text = diagnosisText(diagnosis);
		expect(text).toBe(`${diagnosis.what} Your code is kept. ${diagnosis.remedy}`);
		expect(diagnosis.what).toMatch(/\.$/);
		expect(diagnosis.remedy).toMatch(/\.$/);
	});

	it("names the host where the person has to allow or reach it", async () => {
		for (const [probe, fault] of FAULTS) {
			if (probe !== "host" && probe !== "third-party-storage") continue;
			expect((await diagnose(sound(fault), TIMEOUT)).what).toContain(HOST);
		}
	});

	it("tells a missing service worker from a blocked one", async () => {
		const texts = await Promise.all(
			(["missing", "blocked"] as const).map((answer) =>
				diagnose(sound({ serviceWorker: async () => answer }), TIMEOUT),
			),
		);
		expect(texts[0]?.what).not.toBe(texts[1]?.what);
	});

	it("offers a retry where one has a chance in the same page", async () => {
		const retryable = new Set<Probe>();
		for (const [probe, fault] of FAULTS)
			if ((await diagnose(sound(fault), TIMEOUT)).retryable) retryable.add(probe);
		expect([...retryable]).toEqual(["memory", "host", "second-tab", "boot-time"]);
	});
});

describe("the diagnosis of an error", () => {
	it("is found where there is one", async () => {
		const diagnosis = await diagnose(sound(), TIMEOUT);
		const cause = new BootRefusal(diagnosis);
		expect(diagnosisOf(new SandboxError("unsupported", "x", { cause }))).toBe(diagnosis);
		expect(diagnosisOf(new SandboxError("unsupported", "x"))).toBeNull();
		expect(diagnosisOf(cause)).toBeNull();
	});
});
