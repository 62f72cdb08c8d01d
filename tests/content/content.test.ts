import { expect, test } from "vitest";
import { coverageOf, totalsOf } from "@/lib/lessons/coverage";
import { listLessons } from "@/lib/lessons/load";
import { SYLLABUS, SYLLABUS_POINTS } from "@/lib/lessons/syllabus";
import { judgeCanary, listCanaries, readCanary } from "@/scripts/lessons/canaries";
import { readCoverageFacts } from "@/scripts/lessons/coverage-facts";
import { ROOT } from "@/scripts/root";

test("the syllabus has the points A1 to J7, each once and in order", () => {
	const last = SYLLABUS.map(({ points }) => points.at(-1)?.id);
	expect(last).toEqual(["A7", "B11", "C9", "D5", "E7", "F12", "G3", "H5", "I5", "J7"]);
	expect(new Set(SYLLABUS_POINTS.map(({ id }) => id)).size).toBe(SYLLABUS_POINTS.length);
	expect(new Set(SYLLABUS_POINTS.map(({ title }) => title)).size).toBe(SYLLABUS_POINTS.length);
});

test("there is a canary for each way in which a gate can be fooled, and one that it must accept", async () => {
	const names = await listCanaries();
	expect(names).toEqual(
		expect.arrayContaining([
			"always-true-check",
			"control",
			"false-claim",
			"missing-expectation",
			"no-assertion",
			"no-checks",
			"solution-fails",
			"un-awaited-check",
			"wrong-phrase",
		]),
	);
	for (const name of names) {
		const { rules, phrase } = await readCanary(name);
		// Turned down for any reason is not enough.
		if (name === "control") expect(rules).toEqual([]);
		else expect([name, rules.length > 0, phrase !== undefined]).toEqual([name, true, true]);
	}
});

test("a canary is judged by its own reason: not accepted, not for another rule, not in other words", () => {
	const canary = {
		describes: "One check is always true.",
		rules: ["check-never-red" as const],
		phrase: '"is-fine"',
	};
	const report = (problems: { rule: "check-never-red" | "broken"; message: string }[]) => ({
		problems,
		warnings: [],
		verdicts: 4,
	});
	const right = { rule: "check-never-red" as const, message: 'The check "is-fine" fails in no variant.' };
	expect(judgeCanary(canary, report([right]))).toBeNull();
	expect(judgeCanary(canary, report([]))).toContain("the gate said: nothing");
	expect(judgeCanary(canary, report([{ rule: "broken", message: "no sandbox" }]))).toContain("no sandbox");
	expect(judgeCanary(canary, report([right, { rule: "broken", message: "no sandbox" }]))).toContain("only");
	expect(judgeCanary(canary, report([{ ...right, message: 'The check "other" …' }]))).toContain(
		"no problem says",
	);
	expect(judgeCanary({ ...canary, rules: [] }, report([right]))).toContain("must be accepted");
});

test("a point is covered by a lesson together with a check or a claim and a question, not by one of them", () => {
	const check = { id: "stores", points: ["A1"] };
	const lesson = (points: string[], checks: (typeof check)[]) => ({
		slug: "a/b",
		points,
		checks,
		claims: [],
	});
	const asked = [{ source: "a/b", questions: [{ id: "which", points: ["A1"] }] }];
	const gapOf = (points: string[], checks: (typeof check)[], quizzes = asked) =>
		coverageOf([lesson(points, checks)], quizzes).find(({ id }) => id === "A1")?.gap;
	expect(gapOf(["A1"], [check])).toBe("");
	expect(gapOf(["A1"], [check], [])).toBe("no question");
	expect(gapOf(["A1"], [])).toBe("no check or claim");
	expect(gapOf([], [check])).toBe("no lesson");
	expect(gapOf([], [])).toBe("no lesson, check or claim");
});

test("questions have their own column; interview points ask for nothing else", () => {
	const questions = [{ id: "what-first", points: ["A1", "J6"] }];
	const rows = coverageOf([], [{ source: "interview/general", questions }]);
	const row = (id: string) => rows.find((each) => each.id === id);
	expect(row("A1")).toMatchObject({
		questions: ["interview/general#what-first"],
		gap: "no lesson, check or claim",
	});
	expect(row("J5")).toMatchObject({ gap: "no question" });
	expect(row("J6")).toMatchObject({ questions: ["interview/general#what-first"], gap: "" });
	expect(totalsOf(rows)).toEqual({ points: 71, covered: 1, asked: 2 });
});

test("coverage reads every lesson of this repository", async () => {
	const { facts, faults } = await readCoverageFacts(ROOT);
	expect(faults).toEqual([]);
	const slugs = (await listLessons({ root: ROOT })).map(({ slug }) => slug);
	expect(facts.map(({ slug }) => slug)).toEqual(expect.arrayContaining(slugs));
	for (const slug of slugs)
		expect([slug, facts.find((each) => each.slug === slug)?.checks.length]).not.toEqual([slug, 0]);
});
