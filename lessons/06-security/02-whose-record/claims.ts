import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "bound-arguments-are-plain",
		statement:
			"An argument bound with .bind stands in the page in plain text, and a changed one is accepted.",
		points: ["F4"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Bound");
			const entry = Object.entries(form.fields).find(([, value]) => value === '["parcel 41"]');
			expect(entry, "A hidden field has the bound argument, readable.").toBeTruthy();
			const name = entry?.[0] ?? "";
			expect(await form.submit({ [name]: '["parcel 42"]' }), "The changed form is accepted.").toHaveStatus(
				200,
			);
			expect((await db.table("message")).at(-1)?.text, "The action got the changed argument.").toBe(
				"parcel 42",
			);
		},
	},
	{
		id: "previous-state-is-sent",
		statement:
			"Without JavaScript, the previous state of useActionState comes from the form, too, and can be changed there.",
		points: ["F4"],
		async run({ http, expect }) {
			const form = (await http.get("/claim")).form("Count");
			const entry = Object.entries(form.fields).find(([, value]) => value === "[7]");
			expect(entry, "A hidden field has the state.").toBeTruthy();
			const answer = await form.submit({ [entry?.[0] ?? ""]: "[999]" });
			expect(answer, "The action counted on from the changed state.").toShow(/The count is\s+1000/);
		},
	},
	{
		id: "session-comes-along",
		statement: "cookies() in an action reads the cookies of the request that called it.",
		points: ["F4"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Who");
			for (const name of ["Ada", "Grace"]) {
				const jar = http.newJar();
				jar.set("nickname", name);
				await form.submit({}, { jar });
				expect((await db.table("message")).at(-1)?.text, `Called with the cookie of ${name}.`).toBe(name);
			}
		},
	},
]);
