import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "@/lib/sandbox/files";
import {
	assertRemovable,
	assertWritable,
	codeOf,
	fileFailure,
	foldersOf,
	isMountable,
	mountTree,
} from "./file-plan";

const manifest = { "app/page.tsx": "0", "package.json": "0" };
const refusal = (code: string) => expect.objectContaining({ code });

describe("what may be written", () => {
	it("is any file beside the others", () => {
		assertWritable(manifest, {
			"app/page.tsx": "again",
			"app/new/page.tsx": "new",
			"package.json.bak": "x",
			ap: "x",
		});
	});

	it.each([
		["a folder's name", { app: "x" }],
		["below a file", { "package.json/x": "x" }],
		["far below a file", { "app/page.tsx/a/b/c": "x" }],
		["a file and a folder at once", { new: "x", "new/page.tsx": "x" }],
	])("is not %s", (_, changes) => {
		expect(() => assertWritable(manifest, changes)).toThrow(refusal("bad-path"));
	});

	it("is counted in bytes", () => {
		assertWritable({}, { a: "ä".repeat(MAX_FILE_BYTES / 2) });
		expect(() => assertWritable({}, { a: "ä".repeat(MAX_FILE_BYTES / 2 + 1) })).toThrow(
			refusal("file-too-large"),
		);
		assertWritable({}, { a: "x".repeat(MAX_FILE_BYTES) });
	});

	it("stays inside", () => {
		expect(() => assertWritable({}, { "../x": "x" })).toThrow(refusal("bad-path"));
		expect(() => assertRemovable({}, ["/x"])).toThrow(refusal("bad-path"));
	});
});

it("only files are removed, also ones that nobody knows", () => {
	assertRemovable(manifest, ["app/page.tsx", "made/by/a/program"]);
	expect(() => assertRemovable(manifest, ["app"])).toThrow(refusal("bad-path"));
});

it("folders of a file, the nearest first", () => {
	expect(foldersOf("a/b/c.ts")).toEqual(["a/b", "a"]);
	expect(foldersOf("c.ts")).toEqual([]);
});

it("a tree in the API's form", () => {
	expect(mountTree({ "a/b.ts": "b", "a/c/d.ts": "d", "e.ts": "" })).toEqual({
		a: {
			directory: {
				"b.ts": { file: { contents: "b" } },
				c: { directory: { "d.ts": { file: { contents: "d" } } } },
			},
		},
		"e.ts": { file: { contents: "" } },
	});
	expect(isMountable({ "a/__proto__/x": "" })).toBe(false);
	expect(isMountable({ "a/__proto__x": "" })).toBe(true);
});

describe("failures of the file system", () => {
	it.each([
		["ENOTDIR: not a directory, open 'a/b'", "bad-path"],
		["Path is a directory: rm returned EISDIR (is a directory) app", "bad-path"],
		["EACCES: permission denied, open 'x'", "bad-path"],
		["ENAMETOOLONG: name too long, open 'x'", "bad-path"],
		["ENOSPC: no space left on device", "internal"],
		["something else", "internal"],
	])("%s is %s", (message, code) => {
		const cause = new Error(message);
		expect(fileFailure("x", cause)).toMatchObject({ code, cause, message: expect.stringContaining('"x"') });
	});

	it("are known by Node's code in their message", () => {
		expect(codeOf(new Error("ENOENT: no such file or directory, open 'x'"))).toBe("ENOENT");
		expect(codeOf(new Error("Entry is missing"))).toBeNull();
		expect(codeOf("EISDIR")).toBe("EISDIR");
	});
});
