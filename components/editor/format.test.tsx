import { describe, expect, it } from "vitest";
import { formatFile } from "./format";

describe("formatFile", () => {
	it.each([
		["app/page.tsx", "const a = <p   id='x'>{1}</p>", 'const a = <p id="x">{1}</p>;\n'],
		["lib/a.ts", "function f(){return 1}", "function f() {\n\treturn 1;\n}\n"],
		["app/a.css", "a{color:red}", "a {\n\tcolor: red;\n}\n"],
		["a.json", '{"a":1}', '{ "a": 1 }\n'],
	])("formats %s", async (path, text, expected) => {
		expect(await formatFile(path, text, 0)).toMatchObject({ kind: "formatted", text: expected });
	});

	it("keeps the caret at the same code", async () => {
		const text = "const  a  =  1;const b=2";
		const result = await formatFile("a.ts", text, text.indexOf("b"));
		expect(result).toMatchObject({ kind: "formatted", text: "const a = 1;\nconst b = 2;\n", caret: 19 });
	});

	it("says where the syntax error is", async () => {
		expect(await formatFile("app/a.ts", "const a = 1;\nconst = ;", 0)).toEqual({
			kind: "failed",
			message: expect.stringMatching(/^app\/a\.ts was not formatted: there is a syntax error in line 2/),
		});
	});

	it("leaves other files alone", async () => {
		expect(await formatFile("a.svg", "<svg/>", 0)).toEqual({ kind: "unsupported" });
	});
});
