import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "text-file-or-null",
		statement:
			"FormData.get in an action gives text, a file or null, as the request has it; what kind of field the form has makes no difference.",
		points: ["H1", "D1"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Amount");
			for (const [amount, kind] of [
				["12", "string"],
				[new File(["x"], "x.txt"), "File"],
				[[], "null"],
			] as const) {
				await form.submit({ amount: amount as string });
				expect((await db.table("message")).at(-1)?.text, "What the action was given.").toBe(kind);
			}
		},
	},
	{
		id: "bound-may-be-anything",
		statement:
			"A bound argument that the code calls a number reaches the action as whatever the request says, text included.",
		points: ["H1", "F1"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Look");
			const field = Object.entries(form.fields).find(([, value]) => value === "[5]")?.[0] ?? "";
			expect(field, "A hidden field of the form has the argument.").toBeTruthy();
			for (const sent of ["-500", '"a lot"', '{"much":true}']) {
				await form.submit({ [field]: `[${sent}]` });
				expect((await db.table("message")).at(-1)?.text, "What the action was given.").toBe(sent);
			}
		},
	},
]);
