import { expect, test } from "vitest";
import { createKnownRooms, type KnownRoom } from "./rooms";

const secret = "a".repeat(48);
const room = (code: string, more: Partial<KnownRoom> = {}): KnownRoom => ({
	code,
	title: `Room ${code}`,
	role: "instructor",
	secret,
	addedAt: 1,
	...more,
});

function memory(text: string | null = null) {
	return {
		text,
		getItem() {
			return this.text;
		},
		setItem(_: string, value: string) {
			this.text = value;
		},
	};
}

test("remembers rooms for the next page, the newest first, one a code and role", () => {
	const storage = memory();
	const rooms = createKnownRooms(storage);
	rooms.remember(room("ACDEFG"));
	rooms.remember(room("HJKMNP"));
	rooms.remember(room("ACDEFG", { secret: "b".repeat(48) }));
	rooms.remember(room("ACDEFG", { role: "helper" }));
	const again = createKnownRooms(storage);
	expect(again.store.getState().rooms.map(({ code, role }) => [code, role])).toEqual([
		["ACDEFG", "helper"],
		["ACDEFG", "instructor"],
		["HJKMNP", "instructor"],
	]);
	expect(again.find("ACDEFG", "instructor")?.secret).toBe("b".repeat(48));
	again.forget("ACDEFG", "instructor");
	expect(again.find("ACDEFG")?.role).toBe("helper");
});

test("keeps what another tab has added", () => {
	const storage = memory();
	const one = createKnownRooms(storage);
	const two = createKnownRooms(storage);
	one.remember(room("ACDEFG"));
	two.remember(room("HJKMNP"));
	expect(two.store.getState().rooms).toHaveLength(2);
});

test("takes nothing from what is not a list of rooms, and lives without storage", () => {
	expect(createKnownRooms(memory("{")).store.getState().rooms).toEqual([]);
	expect(createKnownRooms(memory('[{"code":"x"}]')).store.getState().rooms).toEqual([]);
	const rooms = createKnownRooms(null);
	rooms.remember(room("ACDEFG"));
	expect(rooms.find("ACDEFG")).not.toBeNull();
	expect(rooms.store.getState().kept).toBe(false);
});

test("a storage that refuses is told, and the room is there all the same", () => {
	const rooms = createKnownRooms({
		getItem: () => null,
		setItem: () => {
			throw new Error("quota");
		},
	});
	rooms.remember(room("ACDEFG"));
	expect(rooms.store.getState()).toMatchObject({ kept: false, rooms: [{ code: "ACDEFG" }] });
});
