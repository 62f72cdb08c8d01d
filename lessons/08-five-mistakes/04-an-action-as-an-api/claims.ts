import type { HttpForm } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

/** The id of the action that a form is sent to. */
function idOf(form: HttpForm): string {
	const name = Object.keys(form.fields).find((field) => field.startsWith("$ACTION_ID_")) ?? "";
	return name.slice("$ACTION_ID_".length);
}

const call = (id: string) => ({
	headers: { "Next-Action": id, "Content-Type": "text/plain;charset=UTF-8" },
	body: "[]",
	timeoutMs: 30_000,
});

export default defineClaims([
	{
		id: "unknown-id",
		statement:
			"A call with an id that the running build does not have is answered with 404 and “Server action not found.”",
		points: ["H4", "G2"],
		async run({ http, expect }) {
			const id = idOf((await http.get("/claim")).form("Report"));
			expect(await http.post("/claim", call(id)), "The right id is answered.").toHaveStatus(200);
			const other = id.slice(0, -4) + (id.endsWith("0000") ? "1111" : "0000");
			const answer = await http.post("/claim", call(other));
			expect(answer, "Another one is not.").toHaveStatus(404);
			expect(answer.text, "The text of the answer.").toContain("Server action not found.");
		},
	},
	{
		id: "not-json",
		statement:
			"What an action answers is no JSON: it is in a format that React keeps for itself, of the type text/x-component.",
		points: ["H4", "G2"],
		async run({ http, expect }) {
			const id = idOf((await http.get("/claim")).form("Report"));
			const answer = await http.post("/claim", call(id));
			expect(answer.headers.get("content-type") ?? "", "The type of the answer.").toMatch(
				/text\/x-component/,
			);
			let isJson = true;
			try {
				JSON.parse(answer.text);
			} catch {
				isJson = false;
			}
			expect(isJson, "JSON.parse reads the answer.").toBe(false);
		},
	},
	{
		id: "id-follows-the-file",
		statement: "The same function in another file has another id.",
		points: ["H4", "F2"],
		async run({ http, expect }) {
			const page = await http.get("/claim");
			const ids = ["One", "Two"].map((button) => idOf(page.form(button)));
			expect(ids[0], "Both have an id.").toMatch(/^[0-9a-f]{42}$/);
			expect(ids[1], "It is another one.").not.toBe(ids[0]);
		},
	},
	{
		id: "handler-is-no-action",
		statement:
			"A Route Handler that calls an action calls an ordinary function: it runs, but updateTag in it fails.",
		points: ["H4", "B8"],
		async run({ http, log, expect }) {
			const answer = await http.post("/claim", { timeoutMs: 30_000 });
			expect(answer, "The Route Handler fails.").toHaveStatus(500);
			await log.waitFor(/report runs/);
			const line = await log.waitFor(/updateTag can only be called from within a Server Action/);
			expect(line.text, "The server log says why.").toContain("updateTag");
		},
	},
]);
