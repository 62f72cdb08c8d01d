import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "bound-first",
		statement: "Bound arguments come first when the action is called, the form data comes last.",
		points: ["C8"],
		async run({ http, db, page, expect }) {
			const sent = await (await http.get("/claim")).form("Note").submit({ word: "three" });
			expect(sent, "The action ran without JavaScript.").toHaveStatus(200);
			await page.goto("/claim");
			await page.getByLabel("Word").fill("four");
			await page.getByRole("button", { name: "Note" }).click();
			const rows = async () => (await db.table("message")).map((row) => `${row.name} ${row.text}`);
			await expect
				.poll(rows, "One and two were bound, the last is from the form; with JavaScript, too.")
				.toEqual(["one two three", "one two four"]);
		},
	},
	{
		id: "called-means-done",
		statement: "An action that a Server Component calls runs there and then, while the page is rendered.",
		points: ["C8"],
		async run({ http, db, exchanges, expect }) {
			expect(await http.get("/claim"), "The page was only looked at.").toHaveStatus(200);
			expect((await db.table("message")).at(-1)?.text, "The action has run.").toBe("while rendering");
			expect(exchanges.actions(), "No request called it.").toHaveLength(0);
		},
	},
	{
		id: "plain-in-the-page",
		statement: "A bound value stands in the HTML of the page, in a hidden field, as plain text.",
		points: ["C8", "F5"],
		async run({ http, expect }) {
			const { fields } = (await http.get("/")).form("Delete comment 3");
			expect(Object.values(fields), "One of the hidden fields is the list of bound arguments.").toContain(
				"[3]",
			);
		},
	},
	{
		id: "changed-on-the-way",
		statement:
			"A request in which the bound value or the hidden field was changed is accepted like any other.",
		points: ["C8", "F5"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Pay");
			const forged = Object.fromEntries(
				Object.entries(form.fields).map(([name, value]) => [name, value.replace("1999", "1")]),
			);
			expect(await form.submit(forged), "The server accepts it.").toHaveStatus(200);
			const row = (await db.table("message")).at(-1);
			expect(row?.name, "The action was called with the changed bound value.").toBe("bound 1");
			expect(row?.text, "And with the changed hidden field.").toBe("hidden 1");
		},
	},
	{
		id: "hidden-is-text",
		statement: "A bound number arrives as a number, the value of a hidden field as a string.",
		points: ["C8"],
		async run({ http, db, expect }) {
			await (await http.get("/claim")).form("Note").submit();
			const row = (await db.table("message")).at(-1);
			expect(row?.name, "typeof the bound value.").toBe("number");
			expect(row?.text, "typeof the hidden field's value.").toBe("string");
		},
	},
	{
		id: "closure-is-encrypted",
		statement:
			"A value that an inline action has captured is encrypted in the page; a bound one next to it is plain.",
		points: ["C8", "F5"],
		async run({ http, db, expect }) {
			const page = await http.get("/claim");
			expect(page.text.includes("seaside"), "The captured word is nowhere in the HTML.").toBe(false);
			expect(page.text.includes("mountain"), "The bound word is.").toBe(true);
			await page.form("Captured").submit();
			expect((await db.table("message")).at(-1)?.text, "The action has it all the same.").toBe("seaside");
		},
	},
]);
