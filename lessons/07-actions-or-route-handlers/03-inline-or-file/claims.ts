import type { HttpResponse } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

function actionId(page: HttpResponse, button: string): string {
	const field = Object.keys(page.form(button).fields).find((name) => name.startsWith("$ACTION_ID_"));
	return field?.slice("$ACTION_ID_".length) ?? "";
}

export default defineClaims([
	{
		id: "copies-are-two",
		statement: "Two inline actions with the same text are two actions, each with an id of its own.",
		points: ["G3"],
		async run({ http, expect }) {
			const first = actionId(await http.get("/claim"), "Note");
			const second = actionId(await http.get("/claim/other", { timeoutMs: 30_000 }), "Note");
			expect(first, "The first is an action.").toMatch(/^[0-9a-f]{42}$/);
			expect(second, "The second is an action.").toMatch(/^[0-9a-f]{42}$/);
			expect(second, "Their ids differ.").not.toBe(first);
		},
	},
	{
		id: "file-is-one",
		statement: "An action that comes from a file is one action with one id, however many pages use it.",
		points: ["G3"],
		async run({ http, expect }) {
			const first = actionId(await http.get("/claim"), "Note");
			const second = actionId(await http.get("/claim/other", { timeoutMs: 30_000 }), "Note");
			expect(first, "It is an action.").toMatch(/^[0-9a-f]{42}$/);
			expect(second, "The other page names the same.").toBe(first);
		},
	},
	{
		id: "helpers-are-doors",
		statement:
			"In a file with the directive each exported function is an action, a helper too; one that is not exported is none.",
		points: ["G3"],
		async run({ http, expect }) {
			const page = await http.get("/claim");
			const [exported, own] = ["exported", "own"].map(
				(id) => page.document.querySelector(`[data-testid=${id}]`)?.textContent ?? "",
			);
			expect(exported, "The exported helper has an id.").toMatch(/^[0-9a-f]{42}$/);
			expect(own, "The other one has none.").toBe("none");
			const answer = await http.post("/claim", {
				headers: { "next-action": exported ?? "", "content-type": "text/plain;charset=UTF-8" },
				body: "[]",
			});
			expect(answer, "The helper can be called from outside.").toHaveStatus(200);
			expect(answer.text, "It ran.").toContain("from the exported helper");
		},
	},
	{
		id: "inline-sees",
		statement: "An inline action can use the variables of the component around it.",
		points: ["G3"],
		async run({ http, db, expect }) {
			await (await http.get("/claim")).form("Note").submit();
			expect((await db.table("message")).at(-1)?.text, "It wrote what the component knew.").toBe(
				"of the component",
			);
		},
	},
]);
