import { expect, test } from "vitest";
import { followStep, startingLesson } from "./follow";
import { learnerView } from "./test-view";

const lead = { number: 3, place: { lesson: "basics/second" }, active: true };
const following = learnerView({ lead });

test("a call is followed once, and only offered to who is busy", () => {
	expect(followStep(following, 2, false)).toEqual({ do: "go", number: 3, place: lead.place });
	expect(followStep(following, 2, true)).toEqual({ do: "offer", number: 3, place: lead.place });
	expect(followStep(following, 3, false)).toEqual({ do: "nothing" });
});

test.each([
	["who wanders", learnerView({ lead, me: { ...following.me, following: false } })],
	["a leader who has stopped", learnerView({ lead: { ...lead, active: false } })],
	["a room that is over", learnerView({ lead, room: { ...following.room, phase: "ended" } })],
	["no leader", learnerView()],
])("%s: nothing moves", (_, view) => {
	expect(followStep(view, 0, false)).toEqual({ do: "nothing" });
});

test("late joiners start where the room is, also when nobody is led any more", () => {
	expect(startingLesson(learnerView({ lead: { ...lead, active: false } }))).toBe("basics/second");
	expect(startingLesson(learnerView())).toBe("basics/first");
});
