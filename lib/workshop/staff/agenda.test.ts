import { expect, test } from "vitest";
import { agendaProblem, toggleStep, toggleSteps, withMinutes } from "./agenda";

const step = (lesson: string) => ({ lesson, title: lesson, minutes: 10, checks: [] });
const [a, b, c] = [step("p/a"), step("p/b"), step("p/c")];
const names = (agenda: { lesson: string }[]) => agenda.map(({ lesson }) => lesson.slice(2)).join("");

test("a lesson is added at the end and taken away again", () => {
	expect(names(toggleStep([a, b], c))).toBe("abc");
	expect(names(toggleStep([a, b, c], b))).toBe("ac");
});

test("a part adds what is missing; whole, it is taken away", () => {
	expect(names(toggleSteps([b], [a, b]))).toBe("ba");
	expect(names(toggleSteps([c, b, a], [a, b]))).toBe("c");
});

test("minutes stay within what a room takes", () => {
	const set = (minutes: number) => withMinutes([a, b], "p/b", minutes).map((each) => each.minutes);
	expect(set(25)).toEqual([10, 25]);
	expect(set(0)).toEqual([10, 1]);
	expect(set(Number.NaN)).toEqual([10, 1]);
	expect(set(9_999)).toEqual([10, 600]);
});

test("a room needs a lesson, and takes forty", () => {
	expect(agendaProblem([])).toMatch(/at least one/);
	expect(agendaProblem([a])).toBeNull();
	expect(agendaProblem(Array.from({ length: 41 }, (_, i) => step(`p/${i}`)))).toMatch(/40/);
});
