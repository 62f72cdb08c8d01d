import { describe, expect, it } from "vitest";
import { visibleText } from "./document";
import { formsOf } from "./forms";

function forms(html: string, path = "/page?x=1") {
	const document = new DOMParser().parseFromString(html, "text/html");
	return formsOf(document, path, async () => {
		throw new Error("not sent in this test");
	});
}

const SERVER_FORM = `<form action="" enctype="multipart/form-data" method="POST">
	<input type="hidden" name="$ACTION_ID_40ab"/><label for="m">Message</label><textarea id="m" name="message">hi</textarea>
	<input type="checkbox" name="agree" checked/><input type="checkbox" name="news"/>
	<select name="size"><option value="s">S</option><option value="m" selected>M</option></select>
	<input name="off" value="x" disabled/><button name="intent" value="save">Save</button><button name="intent" value="drop">Drop</button></form>`;

describe("a form sent without JavaScript", () => {
	it("carries hidden fields, ticked boxes and the chosen option, and no button that was not clicked", () => {
		const [form] = forms(SERVER_FORM);
		const request = form!.request({}, null);
		expect(request).toMatchObject({ method: "POST", path: "/page?x=1", encoding: "multipart" });
		expect(request.entries).toEqual([
			["$ACTION_ID_40ab", ""],
			["message", "hi"],
			["agree", "on"],
			["size", "m"],
		]);
	});

	it("puts the given values in the place of the form's own and adds names it does not have", () => {
		const [form] = forms(SERVER_FORM);
		const { entries } = form!.request({ message: "new", tags: ["a", "b"] }, null);
		expect(entries).toContainEqual(["message", "new"]);
		expect(entries).not.toContainEqual(["message", "hi"]);
		expect(entries.filter(([name]) => name === "tags")).toEqual([
			["tags", "a"],
			["tags", "b"],
		]);
	});

	it("knows a Server Action by its hidden field, and only then", () => {
		expect(forms(SERVER_FORM)[0]?.isServerAction).toBe(true);
		expect(forms('<form method="post"><input name="a"/></form>')[0]?.isServerAction).toBe(false);
	});

	it("is found by label, button text, aria-label, placeholder and name, whatever the case", () => {
		const html = `${SERVER_FORM}<form><input aria-label="Search"/></form>`;
		for (const label of ["message", "SAVE", /^drop$/i, "agree"]) {
			expect(forms(html).findIndex((form) => form.isCalled(label))).toBe(0);
		}
		expect(forms(html).findIndex((form) => form.isCalled("search"))).toBe(1);
		expect(forms(html).findIndex((form) => form.isCalled("nowhere"))).toBe(-1);
	});

	it("lets the button's own formaction, formmethod and formenctype win", () => {
		const [form] = forms(
			'<form action="/a"><button formaction="/b" formmethod="post" formenctype="multipart/form-data">Go</button></form>',
		);
		const button = new DOMParser().parseFromString(
			'<button formaction="/b" formmethod="post" formenctype="multipart/form-data"></button>',
			"text/html",
		).body.firstElementChild;
		expect(form?.request({}, button)).toMatchObject({ method: "POST", path: "/b", encoding: "multipart" });
	});

	it("says so when the form does nothing without JavaScript", () => {
		const [form] = forms(
			`<form action="javascript:throw new Error('React form unexpectedly submitted.')"></form>`,
		);
		expect(() => form?.request({}, null)).toThrow("does nothing without JavaScript");
	});

	it("names the buttons there are when the wanted one is missing", async () => {
		await expect(forms(SERVER_FORM)[0]?.submit({}, { button: "Publish" })).rejects.toMatchObject({
			name: "CheckFailure",
			details: { observed: "the buttons “Save”, “Drop”" },
		});
	});
});

it("visibleText leaves out what nobody reads", () => {
	const html = "<p>One<span hidden>no</span></p><script>x()</script><template>t</template><p>Two</p>";
	expect(visibleText(new DOMParser().parseFromString(html, "text/html").body)).toBe("One Two");
});
