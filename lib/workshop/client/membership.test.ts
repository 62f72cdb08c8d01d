import { expect, test } from "vitest";
import { createMembershipKeeper } from "./membership";

function memory() {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		kept,
	};
}

test("a place is kept with its secret before it is used, and is the same the next time", () => {
	const storage = memory();
	const first = createMembershipKeeper(storage, () => 5).prepare("ACDEFG", "learner");
	expect(first).toMatchObject({ code: "ACDEFG", role: "learner", name: "", at: 5 });
	const later = createMembershipKeeper(storage);
	expect(later.prepare("ACDEFG", "learner")).toEqual(first);
	expect(later.prepare("ACDEFG", "helper").secret).not.toBe(first.secret);
	expect(later.prepare("ACDEFH", "learner").secret).not.toBe(first.secret);
});

test("the room one is in survives a reload; forgetting it leaves it", () => {
	const storage = memory();
	const keeper = createMembershipKeeper(storage);
	keeper.remember({ ...keeper.prepare("ACDEFG", "learner"), name: "Ada", title: "Forms" });
	keeper.enter("ACDEFG");
	const later = createMembershipKeeper(storage);
	expect(later.store.getState()).toMatchObject({
		active: "ACDEFG",
		kept: "browser",
		rooms: [{ name: "Ada" }],
	});
	later.prepare("ACDEFG", "instructor" as "helper");
	later.forget("ACDEFG", "instructor");
	expect(later.store.getState().active).toBe("ACDEFG");
	later.forget("ACDEFG", "learner");
	expect(later.store.getState()).toMatchObject({ active: null, rooms: [] });
});

test("where nothing can be kept it works until the page is closed, and says so", () => {
	const refuse = () => {
		throw new Error("refused");
	};
	for (const storage of [
		null,
		{ getItem: refuse, setItem: refuse },
		{ getItem: () => null, setItem: refuse },
	]) {
		const keeper = createMembershipKeeper(storage);
		const place = keeper.prepare("ACDEFG", "learner");
		expect(keeper.find("ACDEFG", "learner")).toEqual(place);
		expect(keeper.store.getState().kept).toBe("page");
	}
});

test("what is damaged is not taken for a place", () => {
	const storage = memory();
	for (const text of ["{", '{"rooms":[{"code":"x"}],"active":null}', "[]"]) {
		storage.kept.set("server-actions-playground.workshop", text);
		expect(createMembershipKeeper(storage).store.getState().rooms).toEqual([]);
	}
});

test("the same code on another playground is another room", () => {
	const hub = "http://192.168.1.20:3000";
	const keeper = createMembershipKeeper(memory());
	const there = keeper.prepare("ACDEFG", "learner", hub);
	expect(there.hub).toBe(hub);
	expect(keeper.prepare("ACDEFG", "learner", hub)).toEqual(there);
	expect(keeper.findIn("ACDEFG", hub)).toEqual(there);
	expect(keeper.findIn("ACDEFG", undefined)).toBeNull();
	const here = keeper.prepare("ACDEFG", "learner");
	expect(here.secret).not.toBe(there.secret);
	expect(keeper.findIn("ACDEFG", hub)).toBeNull();
});
