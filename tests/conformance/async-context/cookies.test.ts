import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "./hosts";

let folder: string;
let workshop: Workshop;
let server: { native: string; lowered: string };

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "async-context-"));
	workshop = await openWorkshop(folder);
	server = await workshop.program("cookie-server.ts");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("fifty requests at once, each with its own cookie", () => {
	it("see it in Node.js", async () => {
		expect(await workshop.run(server.native, "native", { ours: false })).toBe("50");
	});

	it("see it on a host that loses its context, lowered and with our async context", async () => {
		expect(await workshop.run(server.lowered, "broken", { ours: true })).toBe("50");
	});

	it("do not see it there without our async context", async () => {
		expect(await workshop.run(server.native, "broken", { ours: false })).toBe("0");
	});

	it("do not see it there without lowering", async () => {
		expect(await workshop.run(server.native, "broken", { ours: true })).toBe("0");
	});
});
