import { describe, expect, it } from "vitest";
import { MemoryCookieJar, parseSetCookies } from "./cookie-jar";

describe("MemoryCookieJar", () => {
	it("sends back what it received, encoded as the app wrote it", () => {
		const jar = new MemoryCookieJar();
		jar.receive(["name=a%20b%3Bc; Path=/; HttpOnly; SameSite=Lax"]);
		expect(jar.header("/anything")).toBe("name=a%20b%3Bc");
		expect(jar.get("name")).toMatchObject({ value: "a b;c", httpOnly: true, sameSite: "lax" });
	});

	it("deletes by expiry in the past, and lets Max-Age win over Expires", () => {
		const jar = new MemoryCookieJar(() => 1_000_000);
		jar.receive(["a=1; Path=/", "b=1; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]);
		jar.receive(["a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]);
		expect(jar.header("/")).toBe("b=1");
	});

	it("forgets a cookie when its time has come", () => {
		let now = 0;
		const jar = new MemoryCookieJar(() => now);
		jar.receive(["a=1; Max-Age=5"]);
		now = 5_001;
		expect(jar.header("/")).toBeNull();
	});

	it("keeps to the cookie's path, by whole segments", () => {
		const jar = new MemoryCookieJar();
		jar.receive(["a=1; Path=/admin"]);
		expect([
			jar.header("/admin"),
			jar.header("/admin/x?y"),
			jar.header("/administrator"),
			jar.header("/"),
		]).toEqual(["a=1", "a=1", null, null]);
	});

	it("is empty again after clear, and has no cookie of another visitor", () => {
		const jar = new MemoryCookieJar();
		jar.set("a", "1");
		expect(new MemoryCookieJar().all()).toEqual([]);
		jar.clear();
		expect(jar.all()).toEqual([]);
	});
});

it("parseSetCookies takes unknown SameSite values for none given", () => {
	expect(parseSetCookies(["a=1; SameSite=Odd"])[0]?.sameSite).toBeNull();
});
