import { beforeEach, describe, expect, it } from "vitest";
import type { BridgeCommand, LocatorStep, TextMatch } from "@/lib/sandbox/bridge/messages";
import { judgeTarget } from "./act";
import { readElement } from "./element-state";
import { locate } from "./locate";
import { describeLocator, describeMissing } from "./words";

const text = (value: string, exact = false): TextMatch => ({ kind: "text", value, exact });
const regexp = (source: string, flags = ""): TextMatch => ({ kind: "regexp", source, flags });
const role = (name: string, match?: TextMatch): LocatorStep => ({
	by: "role",
	role: name,
	...(match ? { name: match } : {}),
});
const ids = (...steps: LocatorStep[]) => locate(document, steps).found.map((element) => element.id);

beforeEach(() => {
	document.body.innerHTML = `
		<form id="form">
			<label for="name">Your  name *</label><input id="name" placeholder="Ann Smith" aria-describedby="hint" value="Bo">
			<p id="hint">As in  your passport</p>
			<input id="search" aria-label="Search">
			<label><input id="agree" type="checkbox" checked> I agree</label>
			<button id="add">Add</button>
			<button id="add-all" aria-label="Add all">+</button>
			<button id="hidden" style="display:none">Add</button>
			<button id="aria-hidden" aria-hidden="true">Add</button>
			<button id="off" disabled>Delete</button>
		</form>
		<ul id="list">
			<li id="ann">Hello <b>Ann</b> <button id="like-ann">Like</button></li>
			<li id="bo" data-testid="second">Hello <b>Bo</b> <button id="like-bo">Like</button></li>
		</ul>
		<script>Hello</script>`;
});

describe("locate", () => {
	it("finds by role and accessible name, without hidden elements", () => {
		expect(ids(role("button", text("add")))).toEqual(["add", "add-all"]);
		expect(ids(role("button", text("Add", true)))).toEqual(["add"]);
		expect(ids(role("button", regexp("^add", "gi")))).toEqual(["add", "add-all"]);
	});

	it("finds fields by label, aria-label and placeholder", () => {
		expect(ids({ by: "label", text: text("your name") })).toEqual(["name"]);
		expect(ids({ by: "label", text: text("Search", true) })).toEqual(["search"]);
		expect(ids({ by: "label", text: text("I agree") })).toEqual(["agree"]);
		expect(ids({ by: "placeholder", text: text("ann") })).toEqual(["name"]);
	});

	it("finds the smallest element with the whole text, never a script", () => {
		expect(ids({ by: "text", text: text("hello ann") })).toEqual(["ann"]);
		expect(ids({ by: "text", text: text("Hello Ann", true) })).toEqual([]);
		expect(locate(document, [{ by: "text", text: text("hello") }]).found).toHaveLength(2);
	});

	it("finds by test id and CSS, and searches inside what was found", () => {
		expect(ids({ by: "testId", id: "second" })).toEqual(["bo"]);
		expect(ids({ by: "css", selector: "li" }, role("button"))).toEqual(["like-ann", "like-bo"]);
		expect(ids({ by: "testId", id: "second" }, role("button", text("Like")))).toEqual(["like-bo"]);
	});

	it("filters by text and picks by number, also from the end", () => {
		const ann: LocatorStep = { by: "filter", hasText: text("ann") };
		expect(ids(role("listitem"), ann, role("button"))).toEqual(["like-ann"]);
		expect(ids(role("listitem"), { by: "nth", index: 1 })).toEqual(["bo"]);
		expect(ids(role("listitem"), { by: "nth", index: -1 })).toEqual(["bo"]);
		expect(ids(role("listitem"), { by: "nth", index: 2 })).toEqual([]);
	});

	it("blames the check for a wrong selector or expression", () => {
		expect(() => ids({ by: "css", selector: "a[" })).toThrow("wrong CSS selector: a[");
		expect(() => ids({ by: "text", text: regexp("(") })).toThrow("wrong regular expression");
	});
});

describe("readElement", () => {
	it("tells what a check may ask", () => {
		expect(readElement(document.querySelector("#name")!)).toMatchObject({
			text: "",
			value: "Bo",
			checked: null,
			visible: true,
			disabled: false,
			accessibleName: "Your name *",
			accessibleDescription: "As in your passport",
			attributes: { id: "name", placeholder: "Ann Smith" },
		});
		expect(readElement(document.querySelector("#agree")!)).toMatchObject({ checked: true });
		expect(readElement(document.querySelector("#hidden")!)).toMatchObject({ visible: false, text: "Add" });
		expect(readElement(document.querySelector("#off")!)).toMatchObject({ disabled: true });
	});

	it("cuts the HTML", () => {
		document.body.innerHTML = `<p>${"x".repeat(2_000)}</p>`;
		expect(readElement(document.querySelector("p")!).html).toHaveLength(500);
	});
});

describe("the words of a refusal", () => {
	const missing = (...steps: LocatorStep[]) => describeMissing(steps, locate(document, steps));

	it("names what stands there instead", () => {
		expect(missing(role("button", text("Save")))).toBe(
			"Found no button named “Save”. Buttons on the page: “Add”, “Add all”, “Delete”, “Like”, “Like”.",
		);
		expect(missing(role("link", text("Home")))).toBe(
			"Found no link named “Home”. There are no links on the page.",
		);
		expect(missing({ by: "label", text: text("E-mail") })).toBe(
			"Found no field labelled “E-mail”. Labels on the page: “Your name *”, “I agree”.",
		);
	});

	it("speaks of the step that found nothing", () => {
		const cid: LocatorStep = { by: "filter", hasText: text("Cid") };
		expect(missing(role("listitem"), cid, role("button"))).toBe(
			"Found no list item that contains “Cid”. Found instead: “Hello Ann Like”, “Hello Bo Like”.",
		);
		expect(missing({ by: "css", selector: "#list" }, { by: "text", text: text("Cid") })).toContain(
			"Found no element with the text “Cid” in element matching #list. It shows: “Hello Ann Like",
		);
	});

	it("describes chains from the inside out", () => {
		const first: LocatorStep = { by: "nth", index: 0 };
		expect(describeLocator([role("listitem"), first, role("button", regexp("like", "i"))])).toBe(
			"button named /like/i in list item (number 1)",
		);
	});
});

describe("judgeTarget", () => {
	type Act = Extract<BridgeCommand, { type: "act" }>;
	const judge = (name: "click" | "hover", usesReact: boolean, ...locator: LocatorStep[]) =>
		judgeTarget(document, { type: "act", locator, action: { name }, timeoutMs: 0 } satisfies Act, usesReact);

	it("wants exactly one visible, enabled element", () => {
		expect(judge("click", false, role("button", text("Add", true)))).toEqual({
			ready: document.querySelector("#add"),
		});
		expect(judge("click", false, role("button", text("Like")))).toEqual({
			reason: "Found 2 buttons named “Like”; the check needs exactly one.",
		});
		expect(judge("click", false, role("button", text("Delete")))).toEqual({
			reason: "The button named “Delete” is disabled.",
		});
		expect(judge("hover", false, role("button", text("Delete")))).toHaveProperty("ready");
		expect(judge("click", false, { by: "css", selector: "#hidden" })).toEqual({
			reason: "The element matching #hidden is on the page, but hidden.",
		});
	});

	it("wants it hydrated where React runs", () => {
		const add = document.querySelector("#add")!;
		expect(judge("click", true, { by: "css", selector: "#add" })).toEqual({
			reason: expect.stringContaining("is not hydrated"),
		});
		Object.assign(add, { __reactProps$x1: {} });
		expect(judge("click", true, { by: "css", selector: "#add" })).toEqual({ ready: add });
	});
});
