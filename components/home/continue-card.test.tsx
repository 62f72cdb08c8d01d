import { expect, test } from "vitest";
import type { ProgressEvent } from "@/lib/progress/events";
import { foldProgress } from "@/lib/progress/fold";
import { chooseOnward } from "./continue-card";

const lessons = [{ slug: "a" }, { slug: "b" }, { slug: "c" }];

function after(...facts: [lesson: string, type: "lesson-opened" | "lesson-completed"][]) {
	const events = facts.map(
		([lesson, type], seq): ProgressEvent => ({ lesson, type, clientId: "client-one", seq, at: seq }),
	);
	const onward = chooseOnward(lessons, foldProgress(events));
	return [onward?.lesson.slug, onward?.words];
}

test("the first lesson, where the learner was, the next open one, and the end", () => {
	expect(chooseOnward(lessons, null)?.lesson.slug).toBe("a");
	expect(after()).toEqual(["a", "Start the first lesson"]);
	expect(after(["b", "lesson-opened"])).toEqual(["b", "Continue where you were"]);
	expect(after(["b", "lesson-completed"])).toEqual(["c", "Next lesson"]);
	expect(after(["c", "lesson-completed"])).toEqual(["a", "Next lesson"]);
	expect(after(["a", "lesson-completed"], ["b", "lesson-completed"], ["c", "lesson-completed"])).toEqual([
		"a",
		"All done. Go through again",
	]);
	expect(after(["gone", "lesson-opened"])).toEqual(["a", "Start the first lesson"]);
	expect(chooseOnward([], null)).toBeNull();
});
