import { expect, test } from "vitest";
import { runStages } from "./run-stages";
import type { Stage } from "./stages";

const signal = new AbortController().signal;
const stage = (name: string, run: Stage["run"]): Stage => ({ name, run });
const good = stage("good", async () => ({ ended: "well", counts: { passed: 3, failed: 0 } }));
const silent = stage("silent", async () => ({ ended: "well", counts: null }));
const empty = stage("empty", async () => ({ ended: "well", counts: { passed: 0, failed: 0 } }));
const crash = stage("crash", async () => {
	throw new Error("no Chromium");
});

async function run(stages: Stage[], keepGoing = false) {
	const lines: string[] = [];
	const total = await runStages(stages, { keepGoing, signal, say: (line) => lines.push(line) });
	return { total, text: lines.join("\n") };
}

test("stops at the first stage that fails, and says what was not run", async () => {
	const { total, text } = await run([silent, good, empty, good]);
	expect(total).toEqual({ passed: 3, failed: 1 });
	expect(text).toContain("not run: good");
	expect(text).toMatch(/silent: done \(\d/);
});

test("keeps going when told; a stage that throws is one failure with its message", async () => {
	const { total, text } = await run([crash, good], true);
	expect(total).toEqual({ passed: 3, failed: 1 });
	expect(text).toContain("no Chromium");
});

test("a stage that ends badly is a failure though no test of it failed", async () => {
	const odd = stage("odd", async () => ({ ended: "badly", counts: { passed: 2, failed: 0 } }));
	expect((await run([odd])).total).toEqual({ passed: 2, failed: 1 });
	const build = stage("build", async () => ({ ended: "badly", counts: null }));
	expect((await run([build])).total).toEqual({ passed: 0, failed: 1 });
});
