import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generate } from "./run";

let root: string;
let lines: string[];

const STEP = `import { appendFile, readFile } from "node:fs/promises";
export default {
	name: "shout",
	inputs: ["in.txt", "more"],
	outputs: ["out.txt"],
	run: async (root) => appendFile(root + "/out.txt", (await readFile(root + "/in.txt", "utf8")).toUpperCase()),
};
`;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "generate-"));
	lines = [];
	await mkdir(join(root, "more/deep"), { recursive: true });
	await mkdir(join(root, "steps"));
	await writeFile(join(root, "in.txt"), "a");
	await writeFile(join(root, "more/deep/b.txt"), "b");
	await writeFile(join(root, "steps/shout.ts"), STEP);
	await writeFile(join(root, "steps/helper.ts"), "export const help = 1;\n");
});

afterEach(() => rm(root, { recursive: true }));

const run = (options = {}) => generate(root, { dir: "steps", log: (line) => lines.push(line), ...options });
const output = () => readFile(join(root, "out.txt"), "utf8");

test("a step runs once, and again only when an input or an output differs", async () => {
	await run();
	expect(lines.splice(0)).toEqual([expect.stringMatching(/^ {2}shout: made in \d/)]);
	await run();
	expect(lines.splice(0)).toEqual(["  shout: up to date"]);
	expect(await output()).toBe("A");

	await writeFile(join(root, "more/deep/b.txt"), "changed");
	await run();
	expect(await output()).toBe("AA");

	await rm(join(root, "out.txt"));
	await run();
	expect(await output()).toBe("A");
	await run({ force: true });
	expect(await output()).toBe("AA");
});

test("a new file in an input folder, and a renamed one, count as a change", async () => {
	await run();
	await writeFile(join(root, "more/c.txt"), "b");
	await run();
	await rm(join(root, "more/c.txt"));
	await writeFile(join(root, "more/d.txt"), "b");
	await run();
	expect(await output()).toBe("AAA");
});

test("a step that does not make what it promises, and an input that is not there, are named", async () => {
	await writeFile(join(root, "steps/shout.ts"), STEP.replace('"out.txt"]', '"other.txt"]'));
	await expect(run()).rejects.toThrow('The step "shout" did not make other.txt.');
	await rm(join(root, "steps/shout.ts"));
	await writeFile(join(root, "steps/misspelt.ts"), STEP.replace('"more"', '"mroe"'));
	await expect(run()).rejects.toThrow(/"shout" names an input that cannot be read.*mroe/);
});
