import { expect, it } from "vitest";
import { groupIsOurs } from "./records";

const started = "boot:123";

it("is ours when its members work in our folder", () => {
	expect(groupIsOurs({ leaderIdentity: started, members: "inside" }, started)).toBe(true);
	expect(groupIsOurs({ leaderIdentity: null, members: "inside" }, started)).toBe(true);
});

it("is somebody else's when the number was given out again", () => {
	expect(groupIsOurs({ leaderIdentity: "boot:999", members: "inside" }, started)).toBe(false);
	expect(groupIsOurs({ leaderIdentity: "boot:999", members: "unknown" }, started)).toBe(false);
});

it("is left alone when nothing proves that it is ours", () => {
	expect(groupIsOurs({ leaderIdentity: started, members: "outside" }, started)).toBe(false);
	expect(groupIsOurs({ leaderIdentity: started, members: "none" }, started)).toBe(false);
	expect(groupIsOurs({ leaderIdentity: null, members: "unknown" }, started)).toBe(false);
});

it("is ours by its leader's start where the system does not say more", () => {
	expect(groupIsOurs({ leaderIdentity: started, members: "unknown" }, started)).toBe(true);
});
