import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { constants } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { MachineHost, type MachineHostOptions } from "@/lib/sandbox/machines/local/server/host";
import type { HostedMachine } from "@/lib/sandbox/machines/local/server/hosted-machine";
import { processIdentity } from "@/lib/sandbox/machines/local/server/processes";
import { machinePlaces, writeRecord } from "@/lib/sandbox/machines/local/server/records";
import { describeIsolated } from "./describe-isolated";
import { fakeBase } from "./fake-app";
import { isolation, pidsOutside } from "./isolated";
import { allGone } from "./machine";
import { temporaryFolder } from "./temporary-folder";

async function makeHost(options: Partial<MachineHostOptions> = {}) {
	const clock = { now: 1_000_000 };
	const log: string[] = [];
	const folder = options.folder ?? (await temporaryFolder());
	const host = new MachineHost({
		folder,
		readBase: () => fakeBase(),
		maxMachines: 3,
		idleMs: 600,
		graceMs: 100,
		spare: false,
		now: () => clock.now,
		log: (message) => log.push(message),
		...options,
	});
	onTestFinished(() => host.stop());
	return { host, clock, log, folder };
}

/** Follows the agent like a page does; `close` ends that as a page's reload does. */
async function follow(hosted: HostedMachine) {
	const stop = new AbortController();
	const lines: string[] = [];
	await hosted.feed.start();
	const events = hosted.follow(0, stop.signal);
	const take = async () => {
		const { value } = await events.next();
		for (const event of value ?? []) lines.push("line" in event ? event.line : JSON.stringify(event));
	};
	await take();
	return {
		lines,
		take,
		async close() {
			stop.abort();
			await events.next();
		},
	};
}

const exists = (place: string) =>
	access(place).then(
		() => true,
		() => false,
	);

describe("how many machines", () => {
	it("makes as many as allowed, and refuses one more in words", async () => {
		const { host } = await makeHost({ maxMachines: 2 });
		const [a, b] = await Promise.all([host.claim(), host.claim()]);
		expect(a.id).not.toBe(b.id);
		await expect(host.claim()).rejects.toMatchObject({ code: "too-many-machines", retryable: true });
		await host.remove(a.id);
		expect((await host.claim()).id).not.toBe(a.id);
	});

	it("takes the longest-abandoned one instead of refusing, never one with a page", async () => {
		const { host, clock } = await makeHost({ maxMachines: 2 });
		const first = await host.claim();
		const second = await host.claim();
		const page = await follow(host.get(first.id));
		clock.now += 100;
		const third = await host.claim();
		expect(() => host.get(second.id)).toThrow(expect.objectContaining({ code: "machine-gone" }));
		await page.close();
		// Both are within the grace of a reload now.
		await expect(host.claim()).rejects.toMatchObject({ code: "too-many-machines" });
		clock.now += 99;
		host.get(third.id);
		clock.now += 1;
		await host.claim();
		expect(() => host.get(first.id)).toThrow(expect.objectContaining({ code: "machine-gone" }));
	});

	it("counts the spare one, and makes room for it again when a machine ends", async () => {
		const { host } = await makeHost({ maxMachines: 2, spare: true });
		await host.start();
		await host.settled();
		const first = await host.claim();
		await host.settled();
		expect(host.uses()).toHaveLength(2);
		await host.claim();
		await host.settled();
		expect(host.uses().map((use) => use.spare)).toEqual([false, false]);
		await host.remove(first.id);
		await host.settled();
		expect(host.uses().map((use) => use.spare)).toEqual([false, true]);
	});
});

describe("idle machines", () => {
	it("are stopped; a request, a stream and the time after a stream keep them", async () => {
		const { host, clock, folder } = await makeHost();
		const { id } = await host.claim();
		clock.now += 599;
		await host.sweep();
		const page = await follow(host.get(id));
		clock.now += 10_000;
		await host.sweep();
		expect(host.uses()).toMatchObject([{ id, streams: 1 }]);
		await page.close();
		clock.now += 599;
		await host.sweep();
		expect(host.uses()).toMatchObject([{ id, streams: 0 }]);
		clock.now += 1;
		await host.sweep();
		expect(host.uses()).toEqual([]);
		expect(await readdir(path.join(folder, ".host"))).toEqual([]);
		expect(await exists(path.join(folder, id))).toBe(false);
	});
});

describe("the warm spare", () => {
	it("holds the base app with a running, warmed agent, and is claimed at once", async () => {
		const { host, log } = await makeHost({ spare: true });
		await host.start();
		await host.settled();
		const [spare] = host.uses();
		expect(spare?.spare).toBe(true);
		// Nobody else may touch it before it is claimed.
		expect(() => host.get(spare!.id)).toThrow(expect.objectContaining({ code: "machine-gone" }));
		const claimed = await host.claim();
		expect(claimed.id).toBe(spare!.id);
		expect(claimed.baseHash).toBe((await fakeBase()).hash);
		const { feed } = host.get(claimed.id);
		expect(feed.running).toBe(true);
		await host.settled();
		expect(host.uses().filter((use) => use.spare)).toHaveLength(1);
		expect(log).toEqual([]);
	});

	it("was asked to start Next.js and to visit a page, and keeps those answers to itself", async () => {
		const { host } = await makeHost({ spare: true });
		await host.start();
		await host.settled();
		const { id } = await host.claim();
		const page = await follow(host.get(id));
		while (page.lines.filter((line) => line.includes('"type":"next"')).length < 2) await page.take();
		expect(page.lines.some((line) => line.includes('"reply"'))).toBe(false);
		await page.close();
	});

	it("is given up when the base app has changed since", async () => {
		let edited = false;
		const readBase = () => fakeBase(edited ? { "app/new.tsx": "new" } : {});
		const { host } = await makeHost({ spare: true, readBase });
		await host.start();
		await host.settled();
		const [spare] = host.uses();
		edited = true;
		const claimed = await host.claim();
		expect(claimed.id).not.toBe(spare!.id);
		expect(claimed.manifest).toHaveProperty("app/new.tsx");
	});

	it("that cannot be made says why, and so does the claim", async () => {
		const readBase = () => Promise.reject(new Error("no base app"));
		const { host, log } = await makeHost({ spare: true, readBase });
		await host.start();
		await host.settled();
		expect(log).toEqual(["No sandbox is kept ready: no base app"]);
		await expect(host.claim()).rejects.toThrow("no base app");
	});

	it("whose agent does not live is a machine all the same", async () => {
		const readBase = () => fakeBase({ ".sandbox/agent.mjs": "process.exit(1);" });
		const { host, log } = await makeHost({ spare: true, readBase });
		await host.start();
		await host.settled();
		expect(log).toEqual(["The sandbox that is kept ready could not be warmed up: the agent ended"]);
		expect((await host.claim()).manifest).toHaveProperty("package.json");
	});
});

describe("what a playground that is gone left behind", () => {
	const id = "m-00000000000000aa";
	const gone = { pid: 2 ** 22 + 5, identity: "long ago" };

	async function leaveBehind(folder: string, owner: { pid: number; identity: string }) {
		const places = machinePlaces(folder, id);
		await mkdir(places.app, { recursive: true });
		await mkdir(places.scratch, { recursive: true });
		await writeFile(path.join(places.app, "page.tsx"), "x");
		const orphan = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log('up')"], {
			cwd: places.app,
			detached: true,
			stdio: ["ignore", "pipe", "ignore"],
			env: { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv,
		});
		await once(orphan.stdout!, "data");
		const pid = orphan.pid!;
		onTestFinished(() => {
			if (processIdentity(pid) !== null) process.kill(pid, "SIGKILL");
		});
		await writeRecord(folder, id, { owner, group: { pid, identity: processIdentity(pid)! } });
		return { places, pid };
	}

	it("is deleted, and its programs are ended", async () => {
		const folder = await temporaryFolder();
		const { places, pid } = await leaveBehind(folder, gone);
		const { host } = await makeHost({ folder });
		await host.start();
		await allGone([pid]);
		expect([await exists(places.app), await exists(places.scratch), await exists(places.record)]).toEqual([
			false,
			false,
			false,
		]);
	});

	it("is left alone while its playground runs", async () => {
		const folder = await temporaryFolder();
		const owner = { pid: process.pid, identity: processIdentity(process.pid)! };
		const { places, pid } = await leaveBehind(folder, owner);
		const { host } = await makeHost({ folder });
		await host.start();
		expect(processIdentity(pid)).not.toBeNull();
		expect(await readFile(path.join(places.app, "page.tsx"), "utf8")).toBe("x");
	});

	it("is deleted when another process has its playground's number by now", async () => {
		const folder = await temporaryFolder();
		const { places, pid } = await leaveBehind(folder, { pid: process.pid, identity: "another start" });
		const { host } = await makeHost({ folder });
		await host.start();
		await allGone([pid]);
		expect(await exists(places.app)).toBe(false);
	});

	it("does not cost a stranger its life who got the group's number", async () => {
		const folder = await temporaryFolder();
		const { places, pid } = await leaveBehind(folder, gone);
		await writeRecord(folder, id, { owner: gone, group: { pid, identity: "another start" } });
		const { host } = await makeHost({ folder });
		await host.start();
		expect(processIdentity(pid)).not.toBeNull();
		expect(await exists(places.app)).toBe(false);
	});

	it("without a record is deleted; what is not ours stays", async () => {
		const folder = await temporaryFolder();
		await mkdir(path.join(folder, id));
		await mkdir(path.join(folder, "notes of a person"));
		const { host } = await makeHost({ folder });
		await host.start();
		expect(await exists(path.join(folder, id))).toBe(false);
		expect(await exists(path.join(folder, "notes of a person"))).toBe(true);
	});
});

describe("the end of the playground", () => {
	it("ends every program without waiting, then deletes every folder", async () => {
		const { host, folder } = await makeHost({ spare: true });
		await host.start();
		await host.settled();
		const { id } = await host.claim();
		const page = await follow(host.get(id));
		const agent = Number(/hello (\d+)/.exec(page.lines.join())?.[1]);
		await host.settled();
		host.killNow();
		await allGone([agent]);
		while (!page.lines.some((line) => line.startsWith('{"exit"'))) await page.take();
		host.deleteNow();
		expect((await readdir(folder)).filter((name) => name !== ".host")).toEqual([]);
		await expect(host.claim()).rejects.toMatchObject({ code: "unsupported" });
	});

	it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
		"by %s takes programs and folders along",
		async (signal) => {
			const folder = await temporaryFolder();
			const script = path.join(import.meta.dirname, "host-process.ts");
			const playground = spawn(process.execPath, ["--import", "tsx", script, folder], {
				stdio: ["ignore", "pipe", "inherit"],
			});
			onTestFinished(() => void playground.kill("SIGKILL"));
			const [output] = await once(playground.stdout, "data");
			const pids: number[] = JSON.parse(String(output));
			const exited = once(playground, "exit");
			playground.kill(signal);
			expect(await exited).toEqual([128 + constants.signals[signal], null]);
			await allGone(pids);
			expect(await readdir(path.join(folder, ".host"))).toEqual([]);
			expect(await readdir(folder)).toEqual([".host"]);
		},
	);

	it("by force leaves what the next start cleans up", async () => {
		const folder = await temporaryFolder();
		const script = path.join(import.meta.dirname, "host-process.ts");
		const playground = spawn(process.execPath, ["--import", "tsx", script, folder], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		const [output] = await once(playground.stdout, "data");
		const pids: number[] = JSON.parse(String(output));
		const exited = once(playground, "exit");
		playground.kill("SIGKILL");
		await exited;
		expect((await readdir(folder)).length).toBe(2);
		const { host } = await makeHost({ folder });
		await host.start();
		await allGone(pids);
		expect(await readdir(folder)).toEqual([".host"]);
	});
});

describeIsolated("an isolated machine", { timeout: 20_000 }, () => {
	it("ends with a playground that is ended by force, and the next start deletes what is left of it", async () => {
		const folder = await temporaryFolder();
		const script = path.join(import.meta.dirname, "host-process.ts");
		const playground = spawn(process.execPath, ["--import", "tsx", script, folder, "isolated"], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		onTestFinished(() => void playground.kill("SIGKILL"));
		const [output] = await once(playground.stdout, "data");
		const inside: number[] = JSON.parse(String(output));
		const id = (await readdir(folder)).find((name) => name.startsWith("m-"))!;
		const pids = pidsOutside(id, inside);
		expect(pids).toHaveLength(inside.length);
		const { enclosure } = machinePlaces(folder, id);
		expect(await exists(path.join(enclosure, "relay.sock"))).toBe(true);
		const exited = once(playground, "exit");
		playground.kill("SIGKILL");
		await exited;
		await allGone(pids);
		expect(await exists(enclosure)).toBe(true);
		const { host } = await makeHost({ folder });
		await host.start();
		expect(await exists(enclosure)).toBe(false);
		expect(await readdir(folder)).toEqual([".host"]);
	});

	it("that cannot be made leaves nothing behind", async () => {
		const readBase = async () => ({ files: { "../out": "x" }, hash: "x" });
		const { host, folder } = await makeHost({ isolation, readBase });
		const temporary = await temporaryFolder();
		vi.stubEnv("TMPDIR", temporary);
		onTestFinished(() => void vi.unstubAllEnvs());
		await expect(host.claim()).rejects.toMatchObject({ code: "bad-path" });
		expect(await readdir(temporary)).toEqual([]);
		expect(await readdir(path.join(folder, ".host"))).toEqual([]);
	});
});

describe("guests", () => {
	const guests = (max: number) => ({ max, addresses: [], names: ["192.168.1.20"] });

	it("have machines only where there are places for them", async () => {
		const { host } = await makeHost();
		await expect(host.claim("192.168.1.7")).rejects.toMatchObject({ code: "unsupported" });
		const none = await makeHost({ guests: guests(0) });
		await expect(none.host.claim("192.168.1.7")).rejects.toMatchObject({ code: "unsupported" });
		expect(none.host.uses()).toEqual([]);
	});

	it("have so many, take none from this computer's own, and give back what they left", async () => {
		const { host, clock } = await makeHost({ guests: guests(2), maxMachines: 1 });
		const first = await host.claim("192.168.1.7");
		await host.claim("192.168.1.8");
		await expect(host.claim("192.168.1.9")).rejects.toMatchObject({ code: "too-many-machines" });
		const own = await host.claim();
		expect(host.uses().filter(({ guest }) => guest)).toHaveLength(2);
		expect(host.uses().find(({ id }) => id === own.id)?.guest).toBe(false);
		clock.now += 200;
		await host.claim("192.168.1.9");
		expect(() => host.get(first.id)).toThrow(/was stopped/);
		expect(host.get(own.id).guest).toBe(false);
	});

	it("are shown to Next.js by the names of this computer", async () => {
		const { host } = await makeHost({ guests: guests(1) });
		const hosted = host.get((await host.claim("192.168.1.7")).id);
		const page = await follow(hosted);
		await hosted.feed.write("env\n");
		while (!page.lines.some((line) => line.startsWith("{"))) await page.take();
		const environment = JSON.parse(page.lines.find((line) => line.startsWith("{"))!);
		expect(environment.SANDBOX_PREVIEW_HOSTS).toBe("192.168.1.20");
		await page.close();
	});
});
