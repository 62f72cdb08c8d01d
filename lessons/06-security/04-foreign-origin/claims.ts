import type { HttpResponse } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

function actionId(page: HttpResponse): string {
	const field = Object.keys(page.form("Note").fields).find((name) => name.startsWith("$ACTION_ID_"));
	return field?.slice("$ACTION_ID_".length) ?? "";
}

const call = (id: string, origin?: string) => ({
	headers: {
		"next-action": id,
		"content-type": "text/plain;charset=UTF-8",
		...(origin === undefined ? {} : { origin }),
	},
	body: "[]",
	timeoutMs: 30_000,
});

export default defineClaims([
	{
		id: "mismatch-is-refused",
		statement:
			"A call whose Origin is not the host it was sent to is answered with status 500, and the action does not run.",
		points: ["F9"],
		async run({ http, db, log, expect }) {
			const page = await http.get("/claim");
			for (const origin of ["https://evil.example", "null"]) {
				expect(
					await page.form("Note").submit({}, { headers: { origin }, timeoutMs: 30_000 }),
					`A form from ${origin} is refused.`,
				).toHaveStatus(500);
				expect(
					await http.post("/claim", call(actionId(page), origin)),
					`So is a call with the header Next-Action from ${origin}.`,
				).toHaveStatus(500);
			}
			expect(await db.table("message"), "The action did not run.").toHaveLength(0);
			const line = await log.waitFor(/does not match `origin` header/);
			expect(line.text, "The server log names both.").toContain("evil.example");
		},
	},
	{
		id: "no-origin-is-let-in",
		statement: "A call without an Origin runs: the comparison protects browsers, not the action.",
		points: ["F9"],
		async run({ http, db, expect }) {
			const page = await http.get("/claim");
			expect(await http.post("/claim", call(actionId(page))), "It is answered.").toHaveStatus(200);
			expect(await db.table("message"), "The action ran.").toHaveLength(1);
		},
	},
	{
		id: "id-is-no-token",
		statement: "The id of an action is the same for every visitor.",
		points: ["F9"],
		async run({ http, expect }) {
			const [first, second] = await Promise.all([
				http.get("/claim", { jar: http.newJar() }),
				http.get("/claim", { jar: http.newJar() }),
			]);
			expect(actionId(first), "It is an id.").toMatch(/^[0-9a-f]{42}$/);
			expect(actionId(second), "Another visitor gets the same.").toBe(actionId(first));
		},
	},
	{
		id: "route-handlers-do-not-ask",
		statement: "A Route Handler runs whatever the Origin of the request is.",
		points: ["F9"],
		async run({ http, db, expect }) {
			const answer = await http.post("/claim", { headers: { origin: "https://evil.example" } });
			expect(answer, "It is answered.").toHaveStatus(200);
			expect(await db.table("message"), "It ran.").toHaveLength(1);
		},
	},
]);
