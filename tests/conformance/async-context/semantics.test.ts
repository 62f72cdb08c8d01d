import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allCases } from "./cases/all";
import { openWorkshop } from "./hosts";
import { KNOWN_DIFFERENCES } from "./known-differences";

type Seen = Record<string, string>;

let folder: string;
/** Node.js itself, the cases as they are written: what is right. */
let native: Seen;
/** A host that loses its context; the cases lowered, with our async context. */
let ours: Seen;
/** The same host without us. */
let lost: Seen;
/** A host that keeps its context; the cases lowered, our async context loaded but out of the way. */
let sound: Seen;

const names = Object.keys(allCases());
const differing = (seen: Seen) => names.filter((name) => seen[name] !== native[name]);

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "async-context-"));
	const workshop = await openWorkshop(folder);
	const cases = await workshop.program("run-cases.ts");
	const run = async (...args: Parameters<typeof workshop.run>) =>
		JSON.parse(await workshop.run(...args)) as Seen;
	[native, ours, lost, sound] = await Promise.all([
		run(cases.native, "native", { ours: false }),
		run(cases.lowered, "broken", { ours: true }),
		run(cases.native, "broken", { ours: false }),
		run(cases.lowered, "native", { ours: true }),
	]);
	console.log(
		`${names.length} cases: ${names.length - differing(ours).length} as in Node.js; ` +
			`without our async context ${names.length - differing(lost).length}.`,
	);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("async context, where the host loses its own", () => {
	it("is tried in enough cases, and all of them ran", () => {
		expect(names.length).toBeGreaterThanOrEqual(120);
		for (const seen of [native, ours, lost, sound]) expect(Object.keys(seen)).toEqual(names);
		const broken = Object.entries(native).filter(([, value]) => /^threw|^never ended/.test(value));
		expect(broken).toEqual([]);
	});

	it.each(names.filter((name) => !(name in KNOWN_DIFFERENCES)))("%s", (name) => {
		expect(ours[name]).toBe(native[name]);
	});

	it.each(Object.entries(KNOWN_DIFFERENCES))("still differs, as listed: %s", (name, harm) => {
		expect(native).toHaveProperty([name]);
		expect(ours[name]).not.toBe(native[name]);
		expect(harm.length).toBeGreaterThan(4);
	});
});

describe("the suite itself", () => {
	it("notices a host that loses its context", () => {
		// The rest are cases of what must not change: order, errors, shapes.
		expect(differing(lost).length).toBeGreaterThan(names.length * 0.6);
	});

	it("notices it in every group of cases", () => {
		for (const group of ["run:", "then:", "yield*:", "for await:", "Readable", "fs:", "http ", "zlib:"]) {
			expect(differing(lost).some((name) => name.startsWith(group))).toBe(true);
		}
	});
});

describe("lowered code, where the host keeps its context by itself", () => {
	it("behaves as it is written", () => {
		expect(differing(sound)).toEqual(["what an async function is"]);
	});
});
