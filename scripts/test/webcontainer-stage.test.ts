import { describe, expect, it } from "vitest";
import type { CheckResult } from "@/lib/checks/types";
import { firstOfEachPart, stopsWithInvariant } from "./webcontainer-stage";

const result = (verdict: CheckResult["verdict"], observed = ""): CheckResult => ({
	id: "a",
	title: "A",
	verdict,
	did: [],
	message: "",
	expected: "",
	observed,
	evidence: [],
	assertions: 1,
	durationMs: 1,
	sourceHash: "",
});

it("the selection has one lesson of each part, in order", () => {
	const lessons = ["forms/a", "forms/b", "cache/a", "forms/c"].map((slug) => ({ slug }));
	expect(firstOfEachPart(lessons).map(({ slug }) => slug)).toEqual(["forms/a", "cache/a"]);
});

describe("a run without our async context", () => {
	const said = "Invariant: Expected workStore to be initialized. This is a bug in Next.js.";

	it("proves that it is needed when everything stops, with the reason", () => {
		expect(stopsWithInvariant([result("blocked"), result("fail", said)])).toBe(true);
	});

	it.each([
		["nothing was run", []],
		["something passed", [result("pass"), result("fail", said)]],
		["it stopped for another reason", [result("broken", "the sandbox did not come up")]],
	])("proves nothing when %s", (_, results) => {
		expect(stopsWithInvariant(results)).toBe(false);
	});
});
