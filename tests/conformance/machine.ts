import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FileTree, hashText, MAX_FILE_BYTES, manifestOf } from "@/lib/sandbox/files";
import { AGENT_ARGS, AGENT_COMMAND, type Machine, type MachineProcess } from "@/lib/sandbox/machine";
import { fakeBase } from "./fake-app";
import { Talk } from "./talk";

/** A fresh machine that holds {@link fakeBase}, and a way to end what was made around it. */
export interface MachineUnderTest {
	machine: Machine;
	close(): Promise<void>;
}

export interface MachineTraits {
	/** Whether a port's address can be told beforehand (it is this computer's), or only once something listens. */
	reached: "at once" | "once listening";
	/** Whether a program may end by itself before it is made to; by default it may. */
	killed?: "politely" | "at once";
	/** The numbers on this computer of processes that know themselves by `pids`; by default the same. */
	pidsHere?(pids: number[]): number[];
}

/**
 * What every machine must do, whatever it is made of.
 * @param make gives a machine with the fake base app mounted and nothing started
 */
export function describeMachine(
	name: string,
	make: () => Promise<MachineUnderTest>,
	traits: MachineTraits = { reached: "at once" },
): void {
	const { pidsHere = (pids: number[]) => pids } = traits;
	const family = async (talk: Talk) => {
		const pids: number[] = JSON.parse(await talk.ask("family", "["));
		const here = pidsHere(pids);
		expect(here).toHaveLength(pids.length);
		return here;
	};
	describe(`machine: ${name}`, () => {
		let machine: Machine;
		let close: () => Promise<void>;
		let base: FileTree;
		const spawn = (): Promise<MachineProcess> => machine.spawn(AGENT_COMMAND, AGENT_ARGS);

		beforeEach(async () => {
			({ machine, close } = await make());
			base = (await fakeBase()).files;
		});
		afterEach(() => close());

		describe("files", () => {
			it("holds the base app and says so", async () => {
				expect(machine.manifest).toEqual(manifestOf(base));
				expect(await machine.read("app/page.tsx")).toBe(base["app/page.tsx"]);
			});

			it("writes, overwrites, reads and removes, with an exact manifest", async () => {
				await machine.write({ "app/a/b/page.tsx": "one", "ü/ﬁle 1.txt": "ä€😀" });
				await machine.write({ "app/a/b/page.tsx": "two" });
				expect(await machine.read("app/a/b/page.tsx")).toBe("two");
				expect(await machine.read("ü/ﬁle 1.txt")).toBe("ä€😀");
				await machine.remove(["app/page.tsx", "never/was/here.ts"]);
				expect(await machine.read("app/page.tsx")).toBeNull();
				const { "app/page.tsx": _, ...rest } = manifestOf(base);
				expect(machine.manifest).toEqual({
					...rest,
					"app/a/b/page.tsx": hashText("two"),
					"ü/ﬁle 1.txt": hashText("ä€😀"),
				});
			});

			it("mounts a tree over what is there", async () => {
				await machine.mount({ "app/page.tsx": "new", "app/other.ts": "" });
				expect(await machine.read("app/page.tsx")).toBe("new");
				expect(await machine.read("app/other.ts")).toBe("");
				expect(machine.manifest).toEqual(manifestOf({ ...base, "app/page.tsx": "new", "app/other.ts": "" }));
			});

			it("lets a file become a folder and a folder a file", async () => {
				await machine.write({ thing: "file" });
				await machine.remove(["thing"]);
				await machine.write({ "thing/deep/inside.ts": "folder" });
				await machine.remove(["thing/deep/inside.ts"]);
				await machine.write({ thing: "file again" });
				expect(await machine.read("thing")).toBe("file again");
			});

			it("refuses a file where a folder is, and the reverse, in words", async () => {
				await expect(machine.write({ app: "x" })).rejects.toMatchObject({ code: "bad-path" });
				await expect(machine.write({ "package.json/x": "x" })).rejects.toMatchObject({ code: "bad-path" });
				await expect(machine.remove(["app"])).rejects.toMatchObject({ code: "bad-path" });
				expect(machine.manifest).toEqual(manifestOf(base));
			});

			it("says null for what is no file", async () => {
				expect(await machine.read("app")).toBeNull();
				expect(await machine.read("no/such/file.ts")).toBeNull();
				expect(await machine.read("package.json/below")).toBeNull();
			});

			it("holds files up to the limit and refuses larger ones, changing nothing", async () => {
				await machine.write({ "big.txt": "x".repeat(MAX_FILE_BYTES) });
				const before = machine.manifest;
				// Two bytes a character: the limit is about bytes.
				const tooLarge = "ä".repeat(MAX_FILE_BYTES / 2 + 1);
				await expect(machine.write({ "first.txt": "x", "larger.txt": tooLarge })).rejects.toMatchObject({
					code: "file-too-large",
				});
				expect(await machine.read("first.txt")).toBeNull();
				expect(machine.manifest).toEqual(before);
			});

			it("makes concurrent changes one after the other", async () => {
				await Promise.all(
					Array.from({ length: 20 }, (_, index) => machine.write({ "app/page.tsx": `version ${index}` })),
				);
				expect(await machine.read("app/page.tsx")).toBe("version 19");
				expect(machine.manifest["app/page.tsx"]).toBe(hashText("version 19"));
			});
		});

		describe("containment", () => {
			const outside = [
				["parent", "../x"],
				["parent in the middle", "app/../../x"],
				["absolute", "/etc/passwd"],
				["drive letter", "C:/x"],
				["backslash", "app\\..\\..\\x"],
				["NUL", "app/\0x"],
				["newline", "app/\nx"],
				["empty", ""],
				["empty segment", "app//x"],
				["dot", "./x"],
				["very long", `${"a/".repeat(200)}x`],
			] as const;
			it.each(outside)("refuses a path with %s", async (_, path) => {
				await expect(machine.write({ [path]: "x" })).rejects.toMatchObject({ code: "bad-path" });
				await expect(machine.mount({ [path]: "x" })).rejects.toMatchObject({ code: "bad-path" });
				await expect(machine.remove([path])).rejects.toMatchObject({ code: "bad-path" });
				await expect(machine.read(path)).rejects.toMatchObject({ code: "bad-path" });
				expect(machine.manifest).toEqual(manifestOf(base));
			});

			it("takes encoded dots for what they are: a name", async () => {
				await machine.write({ "%2e%2e/x": "inside" });
				expect(await machine.read("%2e%2e/x")).toBe("inside");
			});

			it("goes through no link that leaves the folder", async () => {
				const talk = new Talk(await spawn());
				await talk.ask("link / out", "linked");
				await talk.ask("link .. up", "linked");
				await talk.ask("link /nowhere/at/all dangling", "linked");
				await expect(machine.read("out/etc/hostname")).rejects.toMatchObject({ code: "bad-path" });
				for (const path of ["out/tmp/x", "up/x", "up/up/x", "dangling/x"]) {
					await expect(machine.write({ [path]: "x" })).rejects.toMatchObject({ code: "bad-path" });
					await expect(machine.remove([path])).rejects.toMatchObject({ code: "bad-path" });
				}
			});

			it("replaces a link itself, never what it points to", async () => {
				const talk = new Talk(await spawn());
				await machine.write({ "target.txt": "untouched" });
				await talk.ask("link target.txt link.txt", "linked");
				expect(await machine.read("link.txt")).toBe("untouched");
				await machine.write({ "link.txt": "a file now" });
				expect(await machine.read("target.txt")).toBe("untouched");
				expect(await machine.read("link.txt")).toBe("a file now");
			});
		});

		describe("programs", () => {
			it("talks with the agent on its standard streams", async () => {
				const talk = new Talk(await spawn());
				await talk.line((line) => line.startsWith("hello "));
				await talk.ask("echo grüße 😀", "grüße 😀");
				await talk.ask("warn on the other stream", "on the other stream");
			});

			it("keeps every line whole and in order", async () => {
				const talk = new Talk(await spawn());
				await talk.say("lines 300 2000");
				await talk.line((line) => line.startsWith("300 "));
				const numbers = talk.lines.filter((line) => /^\d+ x/.test(line)).map((line) => parseInt(line, 10));
				expect(numbers).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
				expect(talk.lines.every((line) => !/^\d+ x/.test(line) || line.endsWith("x".repeat(2000)))).toBe(
					true,
				);
			});

			it("tears no line in two when both streams talk at once", async () => {
				const talk = new Talk(await spawn());
				await talk.say("mix 20 300000");
				await talk.line((line) => line === "mixed");
				await talk.line((line) => line === "warning 20");
				const long = talk.lines.filter((line) => line.startsWith("<"));
				expect(long).toHaveLength(20);
				expect(long.every((line) => line.length === 300_000 && line.endsWith(">"))).toBe(true);
			});

			it("gives the exit code, after which nothing more is taken", async () => {
				const program = await spawn();
				const talk = new Talk(program);
				await talk.say("exit 3");
				expect(await program.exit).toBe(3);
				await talk.ended;
				await expect(program.write("echo x\n")).rejects.toMatchObject({ code: "agent-stopped" });
			});

			it("gives 128 and the number for an end by signal", async () => {
				const program = await spawn();
				await new Talk(program).say("die SIGKILL");
				expect(await program.exit).toBe(137);
			});

			it("hands out the last words without a newline", async () => {
				const talk = new Talk(await spawn());
				await talk.say("part bye");
				await talk.say("exit 0");
				await talk.ended;
				expect(talk.lines.at(-1)).toBe("bye");
			});

			it("can start it again after it ended", async () => {
				const first = await spawn();
				await new Talk(first).say("exit 1");
				expect(await first.exit).toBe(1);
				const again = new Talk(await spawn());
				await again.ask("echo second", "second");
				expect(again.lines.some((line) => line === "second")).toBe(true);
			});

			it("kills the whole family, also who made a group of its own", async () => {
				const program = await spawn();
				const pids = await family(new Talk(program));
				await program.kill();
				expect(await program.exit).toBe(143);
				await allGone(pids);
			});

			it("kills what does not want to end", async () => {
				const program = await spawn();
				await new Talk(program).ask("stubborn", "stubborn");
				await program.kill();
				expect(await program.exit).toBe(traits.killed === "at once" ? 143 : 137);
			});

			it("takes the family along when the agent itself is killed", async () => {
				const program = await spawn();
				const talk = new Talk(program);
				const pids = await family(talk);
				await talk.say("die SIGKILL");
				expect(await program.exit).toBe(137);
				await allGone(pids);
			});

			it("ends the program with the signal it was given", async () => {
				const stop = new AbortController();
				const program = await machine.spawn(AGENT_COMMAND, AGENT_ARGS, { signal: stop.signal });
				await new Talk(program).ask("echo up", "up");
				stop.abort();
				expect(await program.exit).toBe(143);
			});

			it("does not start under a signal that is aborted already", async () => {
				const options = { signal: AbortSignal.abort() };
				await expect(machine.spawn(AGENT_COMMAND, AGENT_ARGS, options)).rejects.toMatchObject({
					code: "cancelled",
				});
			});

			it("shows programs an environment by allow-list, and their folder as home", async () => {
				process.env.SECRET_OF_THE_HOST = "secret";
				try {
					const talk = new Talk(await spawn());
					const env = JSON.parse(await talk.ask("env", "{"));
					await talk.say("where");
					expect(env.PATH).toBe(process.env.PATH);
					expect(env.NEXT_TELEMETRY_DISABLED).toBe("1");
					expect(env).not.toHaveProperty("SECRET_OF_THE_HOST");
					expect(env).not.toHaveProperty("NODE_OPTIONS");
					expect(env).not.toHaveProperty("VITEST");
					await talk.line((line) => line === env.HOME);
				} finally {
					delete process.env.SECRET_OF_THE_HOST;
				}
			});
		});

		// Where it can only be told later, the machine's own specs see to it.
		if (traits.reached === "at once") {
			it("is reached on this computer", () => {
				expect(machine.urlFor(4321)).toBe("http://localhost:4321");
			});
		}

		it("is gone after dispose, which may be called again", async () => {
			const program = await spawn();
			const pids = await family(new Talk(program));
			await machine.dispose();
			await machine.dispose();
			await allGone(pids);
			await expect(machine.write({ x: "x" })).rejects.toMatchObject({ code: "machine-gone" });
			await expect(machine.remove(["x"])).rejects.toMatchObject({ code: "machine-gone" });
			await expect(machine.read("package.json")).rejects.toMatchObject({ code: "machine-gone" });
			await expect(spawn()).rejects.toMatchObject({ code: "machine-gone" });
		});
	});
}

/** Waits until none of the processes runs; one that nobody has asked for its exit code has ended all the same. */
export async function allGone(pids: number[]): Promise<void> {
	const { processIdentity } = await import("@/lib/sandbox/machines/local/server/processes");
	await vi.waitFor(() => expect(pids.filter((pid) => processIdentity(pid) !== null)).toEqual([]), {
		timeout: 5_000,
		interval: 20,
	});
}
