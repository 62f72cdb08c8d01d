import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { swcHelperFiles } from "@/sandbox-templates/webcontainer/async-context/lower/swc-helpers";
import { openWorkshop, root, type Workshop } from "./hosts";
import { KNOWN_DIFFERENCES } from "./known-differences";

type Seen = Record<string, string>;

/** Next's own compiler. It lowers the learner's code, since esbuild has no place in the learner's browser. */
const swc = createRequire(import.meta.url)("next/dist/build/swc") as {
	loadBindings(): Promise<unknown>;
	transformSync(code: string, options: object): { code: string };
};
const compile = (code: string) =>
	swc.transformSync(code, {
		filename: "program.cjs",
		isModule: "commonjs",
		sourceMaps: false,
		jsc: { parser: { syntax: "ecmascript" }, externalHelpers: true },
		env: {
			targets: { node: "20.20.2" },
			include: ["transform-async-to-generator", "transform-async-generator-functions"],
		},
	}).code;

/** What SWC does wrong in what it writes itself, where no helper can mend it; with the harm. */
const SWC_DIFFERENCES: Record<string, string> = {
	"super and private fields":
		"An async arrow that calls a method of `super` gives `undefined`: SWC forgets the `return`. An async method does not.",
	"parameters: an error rejects":
		"An error in the default value of an async arrow's parameter is thrown at the call instead of rejecting.",
};

let folder: string;
let workshop: Workshop;
let native: Seen;
let compiled: Seen;
let withTheirHelpers: Seen;

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "async-context-"));
	workshop = await openWorkshop(folder);
	await swc.loadBindings();
	const source = await workshop.bundle("run-cases.ts", {
		file: /labelled-for-await\.ts$/,
		by: "export const labelledForAwaitCases = {}",
	});
	const program = async (name: string, code: string) => {
		const file = path.join(folder, name, "program.cjs");
		await cp(
			path.join(root, "node_modules/@swc/helpers"),
			path.join(folder, name, "node_modules/@swc/helpers"),
			{
				recursive: true,
			},
		);
		await writeFile(file, code);
		return file;
	};
	const ours = await program("ours", compile(source));
	for (const [file, text] of swcHelperFiles()) {
		await writeFile(path.join(folder, "ours/node_modules/@swc/helpers", file), text);
	}
	const theirs = await program("theirs", compile(source));
	const plain = await program("plain", source);
	const run = async (...args: Parameters<Workshop["run"]>) => JSON.parse(await workshop.run(...args)) as Seen;
	[native, compiled, withTheirHelpers] = await Promise.all([
		run(plain, "native", { ours: false }),
		run(ours, "broken", { ours: true }),
		run(theirs, "broken", { ours: true }),
	]);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const differing = (seen: Seen) => Object.keys(native).filter((name) => seen[name] !== native[name]);

describe("code lowered by Next's compiler, with our helpers", () => {
	it("differs from Node.js where lowered code does, and where SWC itself is wrong", () => {
		const listed = [...Object.keys(KNOWN_DIFFERENCES), ...Object.keys(SWC_DIFFERENCES)];
		expect(Object.keys(compiled).length).toBeGreaterThan(120);
		expect(differing(compiled).sort()).toEqual(listed.sort());
	});

	it("needs them: SWC's own cut a finally short", () => {
		expect(differing(withTheirHelpers)).toContain("async generator: return runs a finally with await");
	});

	it("cannot have a labelled for await that is continued from inside another one", () => {
		const source =
			"async function f() { outer: for await (const x of []) { for (const y of []) continue outer } }";
		expect(() => new Function(source)).not.toThrow();
		expect(() => new Function(compile(source))).toThrow(SyntaxError);
	});
});
