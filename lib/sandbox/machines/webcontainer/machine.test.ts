import { describe, expect, it, vi } from "vitest";
import { hashText } from "@/lib/sandbox/files";
import { ContainerMachine } from "./machine";
import { makeContainer } from "./test-container";

function make(environment: Record<string, string> = {}) {
	const fake = makeContainer();
	const onEnd = vi.fn();
	const machine = new ContainerMachine({ container: fake.container, environment, onEnd });
	return { machine, onEnd, ...fake };
}

describe("files", () => {
	it("that are known are overwritten in place: a watcher must not see them missing", async () => {
		const { machine, calls } = make();
		await machine.write({ "app/page.tsx": "one" });
		expect(calls.splice(0)).toEqual(["mkdir app", "rm app/page.tsx", "write app/page.tsx"]);
		await machine.write({ "app/page.tsx": "two" });
		expect(calls).toEqual(["write app/page.tsx"]);
	});

	it("whose folder a program took away are written all the same", async () => {
		const { machine, mocks, files } = make();
		await machine.write({ "app/page.tsx": "one" });
		vi.spyOn(mocks.fs, "writeFile").mockRejectedValueOnce(new Error("ENOENT: no such file or directory"));
		await machine.write({ "app/page.tsx": "two" });
		expect(files.get("app/page.tsx")).toBe("two");
	});

	it("are mounted in one go, but for a name that the API would lose", async () => {
		const { machine, calls, files } = make();
		await machine.mount({ "a.ts": "a", "b/c.ts": "c" });
		expect(calls).toEqual(["mount"]);
		await machine.mount({ "x/__proto__/y.ts": "y" });
		expect(files.get("x/__proto__/y.ts")).toBe("y");
		expect(machine.manifest["x/__proto__/y.ts"]).toBe(hashText("y"));
	});

	it("that fail half way leave a manifest of what was done", async () => {
		const { machine, mocks } = make();
		const write = mocks.fs.writeFile;
		vi.spyOn(mocks.fs, "writeFile").mockImplementation(async (path, text) => {
			if (path === "b.ts") throw new Error("EIO: i/o error, write");
			return write(path, text);
		});
		await expect(machine.write({ "a.ts": "a", "b.ts": "b", "c.ts": "c" })).rejects.toMatchObject({
			code: "internal",
			message: expect.stringContaining('"b.ts"'),
		});
		expect(Object.keys(machine.manifest)).toEqual(["a.ts"]);
	});

	it("take folders that became empty along", async () => {
		const { machine, calls } = make();
		await machine.write({ "a/b/c.ts": "c", "a/d.ts": "d" });
		calls.length = 0;
		await machine.remove(["a/b/c.ts"]);
		expect(calls).toEqual(["rm a/b/c.ts", "rm a/b"]);
		expect(Object.keys(machine.manifest)).toEqual(["a/d.ts"]);
	});
});

describe("programs", () => {
	it("get the machine's environment under their own", async () => {
		const { machine, mocks } = make({ A: "machine", B: "machine" });
		await machine.spawn("node", ["x.mjs"], { env: { B: "own" } });
		expect(mocks.spawn).toHaveBeenCalledWith("node", ["x.mjs"], {
			env: { NEXT_TELEMETRY_DISABLED: "1", HOME: "/home/project", A: "machine", B: "own" },
		});
	});

	it("that cannot be started say why", async () => {
		const { machine, mocks } = make();
		mocks.spawn.mockRejectedValue(new Error("command not found: x"));
		await expect(machine.spawn("x", [])).rejects.toMatchObject({
			code: "start-failed",
			message: expect.stringContaining("command not found"),
		});
	});

	it("are killed when the signal came while they started", async () => {
		const { machine, mocks } = make();
		const stop = new AbortController();
		const kill = vi.fn();
		let ended!: (code: number) => void;
		const exit = new Promise<number>((resolve) => {
			ended = resolve;
		});
		mocks.spawn.mockImplementation(async () => {
			stop.abort();
			return {
				exit,
				input: new WritableStream<string>(),
				output: new ReadableStream<string>(),
				kill: kill.mockImplementation(() => ended(143)),
			};
		});
		const program = await machine.spawn("node", [], { signal: stop.signal });
		expect(kill).toHaveBeenCalledOnce();
		expect(await program.exit).toBe(143);
	});
});

describe("ports", () => {
	it("are known from either event", async () => {
		const { machine, emit } = make();
		const waiting = machine.whenPort(3000, new AbortController().signal);
		emit("port", 3000, "open", "https://a.example/");
		expect(await waiting).toBe("https://a.example");
		expect(machine.urlFor(3000)).toBe("https://a.example");
		emit("server-ready", 4000, "https://b.example");
		expect(machine.urlFor(4000)).toBe("https://b.example");
		emit("port", 3000, "close", "https://a.example/");
		expect(() => machine.urlFor(3000)).toThrow(expect.objectContaining({ code: "not-running" }));
	});
});

describe("the end", () => {
	it("is told to everything that is still waiting: the WebContainer answers nobody any more", async () => {
		const { machine, mocks, onEnd } = make();
		const program = await machine.spawn("node", []);
		vi.spyOn(mocks.fs, "readFile").mockReturnValue(new Promise(() => {}));
		const write = vi.spyOn(mocks.fs, "writeFile").mockReturnValue(new Promise(() => {}));
		const waiting = [
			machine.read("a.ts"),
			machine.write({ "a.ts": "a" }),
			machine.remove(["b.ts"]),
			machine.whenPort(3000, new AbortController().signal),
		];
		const outcomes = Promise.allSettled(waiting);
		await vi.waitFor(() => expect(write).toHaveBeenCalled());
		await machine.dispose();
		await machine.dispose();
		for (const outcome of await outcomes)
			expect(outcome).toMatchObject({ status: "rejected", reason: { code: "machine-gone" } });
		expect(await program.exit).toBe(137);
		expect(mocks.teardown).toHaveBeenCalledOnce();
		expect(onEnd).toHaveBeenCalledOnce();
		expect(() => machine.urlFor(3000)).toThrow(expect.objectContaining({ code: "machine-gone" }));
	});
});
