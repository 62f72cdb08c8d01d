import { describe, expect, it } from "vitest";
import { watchConsole } from "./console";
import { formatArguments, formatValue } from "./format";
import { toUserEventKeys } from "./keys";

describe("formatArguments", () => {
	it("fills in placeholders and appends the rest", () => {
		expect(formatArguments(["%s is %d%% %o", "Ann", 3.7, { a: 1 }, true])).toBe("Ann is 3% { a: 1 } true");
		expect(formatArguments(["%c Server ", "color:red", "hello"])).toBe("Server  hello");
		expect(formatArguments(["%s left over"])).toBe("%s left over");
	});

	it("bounds the length", () => {
		expect(formatArguments(["x".repeat(100_000)]).length).toBeLessThan(5_100);
		expect(formatValue(Array.from({ length: 100 }, (_, i) => i))).toMatch(/29, … 70 more\]$/);
	});
});

describe("formatValue", () => {
	it("survives cycles, throwing getters and proxies", () => {
		const cyclic: Record<string, unknown> = { name: "a" };
		cyclic.self = cyclic;
		expect(formatValue(cyclic)).toBe('{ name: "a", self: [Circular] }');
		const trap = {
			get bomb(): never {
				throw new Error("read");
			},
		};
		expect(formatValue(trap)).toBe("{ bomb: [Getter] }");
		const proxy = new Proxy(
			{},
			{
				ownKeys: () => {
					throw new Error("no");
				},
			},
		);
		expect(formatValue({ proxy })).toBe("{ proxy: [cannot be shown] }");
	});

	it("shows what developers print", () => {
		expect(formatValue(new Map([["a", new Set([1])]]))).toBe('Map {"a" => Set {1}}');
		expect(formatValue([undefined, null, 10n, () => 1])).toBe(
			"[undefined, null, 10n, [Function (anonymous)]]",
		);
		expect(formatValue(document.createElement("hr"))).toMatch(/^<hr ?\/?>$/);
		expect(formatValue({ a: { b: { c: { d: 1 } } } })).toBe("{ a: { b: { c: [Object] } } }");
		const form = new FormData();
		form.set("name", "Ann");
		expect(formatValue(form)).toBe('FormData { name: "Ann" }');
	});
});

describe("watchConsole", () => {
	it("reports and still prints, once, also when showing a value prints itself", () => {
		const printed: unknown[][] = [];
		const console = { log: (...args: unknown[]) => printed.push(args) } as unknown as Console;
		for (const level of ["info", "warn", "error", "debug"] as const) console[level] = () => {};
		const reported: string[] = [];
		watchConsole({ console } as unknown as Window & typeof globalThis, (level, text) =>
			reported.push(`${level}: ${text}`),
		);
		const noisy = new Proxy([], { get: () => console.log("again") });
		console.log("one", noisy);
		console.warn("two");
		expect(reported).toHaveLength(2);
		expect(reported[0]).toMatch(/^log: one/);
		expect(printed[0]).toEqual(["one", noisy]);
	});
});

describe("toUserEventKeys", () => {
	it.each([
		["Enter", "{Enter}"],
		["a", "a"],
		["{", "{{"],
		["+", "+"],
		["Space", " "],
		["Shift+Tab", "{Shift>}{Tab}{/Shift}"],
		["ControlOrMeta+Shift+z", "{Control>}{Shift>}z{/Shift}{/Control}"],
		["Control++", "{Control>}+{/Control}"],
		["Hyper+a", null],
	])("%s", (key, expected) => {
		expect(toUserEventKeys(key)).toBe(expected);
	});
});
