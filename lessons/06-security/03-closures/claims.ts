import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "bound-is-plain",
		statement: "What is bound with .bind stands in the page in plain text.",
		points: ["F5"],
		async run({ http, expect }) {
			const page = await http.get("/claim");
			expect(Object.values(page.form("Bound").fields), "A hidden field holds it.").toContain(
				'["the-bound-pelican"]',
			);
		},
	},
	{
		id: "captured-is-encrypted",
		statement: "What a closure captures is in the page in encrypted form only.",
		points: ["F5"],
		async run({ http, db, expect }) {
			const page = await http.get("/claim");
			expect(page.text.includes("the-captured-pelican"), "The value is nowhere in the document.").toBe(false);
			const values = Object.values(page.form("Captured").fields);
			expect(
				values.some((value) => /^"[A-Za-z0-9+/=]{40,}"$/.test(value)),
				"A hidden field holds a long text in base64.",
			).toBe(true);
			await page.form("Captured").submit();
			expect((await db.table("message")).at(-1)?.text, "The action gets the value back.").toBe(
				"the-captured-pelican",
			);
		},
	},
	{
		id: "tampering-is-noticed",
		statement: "A captured value that was changed on the way makes the call fail; the action does not run.",
		points: ["F5"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Captured");
			const [name = "", value = ""] =
				Object.entries(form.fields).find(([, text]) => /^"[A-Za-z0-9+/=]{40,}"$/.test(text)) ?? [];
			const at = 20;
			const other = value[at] === "A" ? "B" : "A";
			const changed = value.slice(0, at) + other + value.slice(at + 1);
			const before = await db.table("message");
			expect(
				await form.submit({ [name]: changed }, { timeoutMs: 30_000 }),
				"The changed form is answered with 500.",
			).toHaveStatus(500);
			expect(await db.table("message"), "The action did not run.").toEqual(before);
		},
	},
	{
		id: "snapshot",
		statement:
			"A captured value is a snapshot of the render: the action sees it however much has changed since, as often as the form is sent.",
		points: ["F5"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Count");
			for (let turn = 0; turn < 3; turn++) await form.submit();
			const texts = (await db.table("message")).map((row) => row.text);
			expect(texts, "Each call saw the number of rows at the time of the render.").toEqual([
				"there were 0",
				"there were 0",
				"there were 0",
			]);
		},
	},
]);
