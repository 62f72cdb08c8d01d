import { describe, expect, it } from "vitest";
import { LOCK_WAIT_MS, webLocks } from "./locks";
import { fakeClock, fakeLocks } from "./testing";

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A piece of work that is over when it is told so. */
function piece(log: string[], name: string) {
	let end = () => {};
	const over = new Promise<void>((resolve) => {
		end = resolve;
	});
	const run = async () => {
		log.push(`${name} begins`);
		await over;
		log.push(`${name} ends`);
		return name;
	};
	return { run, end };
}

describe("webLocks", () => {
	it("lets one tab at a time run under a name, and others under other names", async () => {
		const log: string[] = [];
		const locks = fakeLocks();
		const [one, two] = [webLocks(locks, fakeClock()), webLocks(locks, fakeClock())];
		const [a, b, c] = [piece(log, "a"), piece(log, "b"), piece(log, "c")];
		const done = [one("lesson", a.run), two("lesson", b.run), two("other", c.run)];
		await settled();
		expect(log).toEqual(["a begins", "c begins"]);
		for (const each of [a, b, c]) each.end();
		expect(await Promise.all(done)).toEqual(["a", "b", "c"]);
		expect(log.indexOf("b begins")).toBeGreaterThan(log.indexOf("a ends"));
	});

	it("goes on without the lock when another tab does not give it back", async () => {
		const log: string[] = [];
		const clock = fakeClock();
		const locks = fakeLocks();
		void webLocks(locks, clock)("lesson", piece(log, "hanging").run);
		const b = piece(log, "b");
		const done = webLocks(locks, clock)("lesson", b.run);
		clock.advance(LOCK_WAIT_MS - 1);
		await settled();
		expect(log).toEqual(["hanging begins"]);
		clock.advance(1);
		b.end();
		expect(await done).toBe("b");
	});

	it("runs once, and passes on why it failed", async () => {
		let runs = 0;
		const failing = async () => {
			runs += 1;
			throw new Error("full");
		};
		const locks = fakeLocks();
		await expect(webLocks(locks)("lesson", failing)).rejects.toThrow("full");
		expect(runs).toBe(1);
		expect(locks.held.size).toBe(0);
	});

	it("simply runs where there are no locks, or they are refused", async () => {
		const refusing = { request: () => Promise.reject(new DOMException("no", "SecurityError")) };
		expect(await webLocks(undefined)("lesson", async () => 1)).toBe(1);
		expect(await webLocks(refusing)("lesson", async () => 2)).toBe(2);
	});
});
