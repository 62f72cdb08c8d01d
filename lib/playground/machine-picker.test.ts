import { describe, expect, test, vi } from "vitest";
import { createMachinePicker } from "./machine-picker";

function open({
	url = "http://localhost:3000/lessons/a/b",
	kept = null as string | null,
	offered = ["local", "webcontainer"] as ("local" | "webcontainer")[],
} = {}) {
	const items = new Map(kept === null ? [] : [["server-actions-playground.machine-choice", kept]]);
	const storage = {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value),
	};
	const spies = { clearUrl: vi.fn(), onOrder: vi.fn() };
	const options = { policy: { offered, hosted: false, apiKey: null }, url, storage, ...spies };
	return { options, items, ...spies, picker: createMachinePicker(options) };
}

describe("the choice of a machine", () => {
	test("automatic, until somebody chooses", () => {
		expect(open().picker.store.getState()).toEqual({
			choice: "auto",
			offered: ["local", "webcontainer"],
			order: ["local", "webcontainer"],
			needs: [],
			avoided: null,
			automatic: "local",
		});
	});
	test("a lesson that needs what the first machine lacks runs on the next, and the one after it as before", () => {
		const { picker, onOrder } = open({ kept: "webcontainer" });
		picker.need(["edge-runtime"]);
		expect(picker.store.getState()).toMatchObject({
			order: ["local", "webcontainer"],
			avoided: "webcontainer",
		});
		picker.need(["edge-runtime"]);
		expect(onOrder.mock.calls).toEqual([[["local", "webcontainer"]]]);
		picker.need([]);
		expect(picker.store.getState()).toMatchObject({ order: ["webcontainer", "local"], avoided: null });
		expect(onOrder.mock.lastCall).toEqual([["webcontainer", "local"]]);
	});
	test("where no other machine is offered, the lesson runs on what there is", () => {
		const { picker, onOrder } = open({ offered: ["webcontainer"] });
		picker.need(["edge-runtime"]);
		expect(picker.store.getState()).toMatchObject({ order: ["webcontainer"], avoided: null });
		expect(onOrder).not.toHaveBeenCalled();
	});
	test("kept for later visits, and stronger than the address from now on", () => {
		const { picker, items, clearUrl, onOrder } = open({ url: "http://localhost/?machine=local" });
		picker.choose("webcontainer");
		expect(clearUrl).toHaveBeenCalledOnce();
		expect(onOrder.mock.lastCall).toEqual([["webcontainer", "local"]]);
		const [kept] = items.values();
		expect(open({ kept }).picker.store.getState().choice).toBe("webcontainer");
	});
	test("an address is followed and not kept; what is kept and no machine is ignored", () => {
		const { picker, items, onOrder } = open({ url: "http://localhost/?machine=webcontainer", kept: "local" });
		expect(picker.store.getState().choice).toBe("webcontainer");
		picker.follow("http://localhost/lessons/c/d");
		expect(picker.store.getState().choice).toBe("webcontainer");
		picker.follow("http://localhost/lessons/c/d?machine=local");
		expect(picker.store.getState().choice).toBe("local");
		expect(onOrder).toHaveBeenCalledOnce();
		expect([...items.values()]).toEqual(["local"]);
		expect(open({ kept: "docker" }).picker.store.getState().choice).toBe("auto");
	});
	test("choosing what is chosen already is a wish to try it again; an address that says the same is none", () => {
		const { picker, onOrder } = open({ url: "http://localhost/?machine=local" });
		picker.follow("http://localhost/lessons/c/d?machine=local");
		expect(onOrder).not.toHaveBeenCalled();
		picker.choose("local");
		expect(onOrder.mock.calls).toEqual([[["local", "webcontainer"]]]);
	});
	test("works in a browser that keeps nothing", () => {
		const refuse = () => {
			throw new DOMException("Denied", "SecurityError");
		};
		const picker = createMachinePicker({ ...open().options, storage: { getItem: refuse, setItem: refuse } });
		picker.choose("webcontainer");
		expect(picker.store.getState().order).toEqual(["webcontainer", "local"]);
	});
});
