import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isSandboxError } from "@/lib/sandbox/errors";
import { isSafePath } from "@/lib/sandbox/files";
import { LocalMachine } from "@/lib/sandbox/machines/local/server/local-machine";
import { isInside, placeOf } from "@/lib/sandbox/machines/local/server/paths";
import { temporaryFolder } from "@/tests/conformance/temporary-folder";
import { RUNS, text } from "./arbitraries";

const segment = fc.oneof(
	fc.constantFrom(
		"..",
		".",
		"",
		"a",
		"app",
		"out",
		"…",
		"..%2f",
		"%2e%2e",
		"..\\",
		"C:",
		"~",
		"\u0000",
		"．．",
		"a\n",
		" ",
	),
	fc.constantFrom("x".repeat(100), "x".repeat(400), "\u202e", "é", "e\u0301", "CON", "NUL", ".env", "-rf"),
	text,
);
const someRoot = fc.constantFrom("", "/", "//", "./", "../", "\\\\host\\", "file:///", "C:\\");
const file = fc
	.tuple(someRoot, fc.array(segment, { maxLength: 6 }), fc.constantFrom("/", "\\", "//"))
	.map(([root, segments, separator]) => root + segments.join(separator));

test("a path that is taken lies inside its root, one that is not is refused in words", () => {
	fc.assert(
		fc.property(file, (given) => {
			const root = "/sandbox/app";
			try {
				const place = placeOf(root, given);
				expect(isSafePath(given)).toBe(true);
				expect(isInside(root, path.resolve(place)) && path.resolve(place) !== root).toBe(true);
			} catch (error) {
				expect([isSandboxError(error), (error as { code?: string }).code]).toEqual([true, "bad-path"]);
			}
		}),
		{ numRuns: RUNS * 10 },
	);
});

test("whatever is written, read and removed, nothing outside of the app changes", async () => {
	const around = await temporaryFolder();
	const root = path.join(around, "app");
	await writeFile(path.join(around, "canary"), "untouched");
	const machine = await LocalMachine.create({ id: "fuzz", root, scratch: path.join(around, "scratch") });
	await mkdir(path.join(root, "real"), { recursive: true });
	await symlink(around, path.join(root, "out"));
	await symlink(path.join(around, "canary"), path.join(root, "link"));
	const linked = fc.oneof(
		file,
		segment.map((name) => `out/${name}`),
		fc.constantFrom("out/canary", "link", "out/app/x"),
	);
	const act = fc.tuple(fc.constantFrom("write", "read", "remove"), linked);
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 5 }), async (acts) => {
			for (const [what, place] of acts) {
				try {
					if (what === "write") await machine.write({ [place]: "mine" });
					else if (what === "remove") await machine.remove([place]);
					else expect(await machine.read(place)).not.toBe("untouched");
				} catch (error) {
					// A folder where a file should be, or a name the disk does not take, is refused by the disk itself.
					const { code } = error as { code?: string };
					expect([
						"bad-path",
						"internal",
						"EISDIR",
						"ENOTDIR",
						"ENOTEMPTY",
						"ENAMETOOLONG",
						"EPERM",
					]).toContain(code);
				}
			}
			expect((await readdir(around)).sort()).toEqual(["app", "canary", "scratch"]);
			expect(await readFile(path.join(around, "canary"), "utf8")).toBe("untouched");
		}),
		{ numRuns: RUNS },
	);
	await machine.dispose();
});
