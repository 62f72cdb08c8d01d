import { describe, expect, test } from "vitest";
import type { NextStatus } from "../agent-protocol";
import { SandboxError } from "../errors";
import { createStatusKeeper } from "./status-keeper";

const starting: NextStatus = { state: "starting", mode: "development", stage: "warming" };
const ready = (port: number): NextStatus => ({ state: "ready", mode: "development", port });
const exited: NextStatus = { state: "exited", mode: "development", code: 1, signal: null, logTail: "" };

/** A machine that learns of its ports when the test says so. */
function keeper({ portLimitMs }: { portLimitMs?: number } = {}) {
	const open = new Map<number, () => void>();
	const told: NextStatus["state"][] = [];
	const controller = new AbortController();
	const status = createStatusKeeper({
		machine: {
			whenPort: (port, signal) =>
				new Promise((resolve, reject) => {
					open.set(port, () => resolve(`http://localhost:${port}`));
					signal.addEventListener("abort", () => reject(new SandboxError("cancelled", "no more")), {
						once: true,
					});
				}),
		},
		onChange: ({ state }) => told.push(state),
		signal: controller.signal,
		...(portLimitMs === undefined ? {} : { portLimitMs }),
	});
	return { status, told, controller, open: (port: number) => open.get(port)!() };
}

describe("the status of Next.js", () => {
	test("is told at once where a machine knows its addresses by itself", () => {
		const told: NextStatus[] = [];
		const { signal } = new AbortController();
		const status = createStatusKeeper({ machine: {}, onChange: (next) => told.push(next), signal });
		status.take(ready(3000));
		expect(told).toEqual([ready(3000)]);
	});

	test("is not ready before the machine knows the address", async () => {
		const { status, told, open } = keeper();
		status.take(starting);
		status.take(ready(3000));
		const waiting = status.whenTold();
		await Promise.resolve();
		expect(status.current()).toEqual(starting);
		open(3000);
		await waiting;
		expect(status.current()).toEqual(ready(3000));
		expect(told).toEqual(["starting", "ready"]);
	});

	test("waits once for one address", () => {
		const { status, told, open } = keeper();
		status.take(ready(3000));
		open(3000);
		return status.whenTold().then(() => {
			status.take({ ...ready(3000), memoryLow: true } as NextStatus);
			expect(told).toEqual(["ready", "ready"]);
		});
	});

	test("that is newer takes the place of one that waits, and of its waiting", async () => {
		const { status, told, open } = keeper();
		status.take(ready(3000));
		const waiting = status.whenTold();
		status.take(exited);
		await waiting;
		open(3000);
		await Promise.resolve();
		expect(told).toEqual(["exited"]);
	});

	test("stays what it was when no address comes, and says so to who waits", async () => {
		const { status, told } = keeper({ portLimitMs: 5 });
		status.take(ready(3000));
		await expect(status.whenTold()).rejects.toMatchObject({
			code: "no-answer",
			message: expect.stringContaining("3000"),
			retryable: true,
		});
		expect(told).toEqual([]);
	});

	test("lets who waits go, and everybody when the runner ends", async () => {
		const { status, controller } = keeper();
		status.take(ready(3000));
		const own = new AbortController();
		const waiting = status.whenTold(own.signal);
		own.abort();
		await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
		const other = status.whenTold();
		controller.abort();
		await expect(other).rejects.toMatchObject({ code: "cancelled" });
	});
});
