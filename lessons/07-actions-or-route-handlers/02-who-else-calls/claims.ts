import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

const PATIENCE = 30_000;

function actionId(page: HttpResponse, button: string): string {
	const field = Object.keys(page.form(button).fields).find((name) => name.startsWith("$ACTION_ID_"));
	return field?.slice("$ACTION_ID_".length) ?? "";
}

function call({ http }: CheckContext, id: string): Promise<HttpResponse> {
	return http.post("/claim", {
		headers: { "next-action": id, "content-type": "text/plain;charset=UTF-8" },
		body: "[]",
		jar: null,
		timeoutMs: PATIENCE,
	});
}

export default defineClaims([
	{
		id: "unknown-id",
		statement:
			"Whoever calls an id that the server does not know is answered with status 404 and “Server action not found.”",
		points: ["G2"],
		async run(context) {
			const { http, expect } = context;
			const id = actionId(await http.get("/claim"), "Report");
			const other = id.slice(0, -1) + (id.endsWith("0") ? "1" : "0");
			expect(await call(context, id), "The id of the page is answered.").toHaveStatus(200);
			const answer = await call(context, other);
			expect(answer, "One that differs in the last digit is not found.").toHaveStatus(404);
			expect(answer.text, "The answer says so.").toContain("Server action not found.");
		},
	},
	{
		id: "id-follows-the-code",
		statement:
			"The id is made of the file and the name of the function: the same code under another name, or in another file, has another id.",
		points: ["G2"],
		async run({ http, expect }) {
			const page = await http.get("/claim");
			const ids = ["Report", "Renamed", "Moved"].map((button) => actionId(page, button));
			for (const id of ids) expect(id, "Each is an id.").toMatch(/^[0-9a-f]{42}$/);
			expect(new Set(ids).size, "The three are different.").toBe(3);
		},
	},
	{
		id: "answer-is-not-json",
		statement: "An action answers in the format of React, text/x-component, and not in JSON.",
		points: ["G2"],
		async run(context) {
			const { http, expect, fail } = context;
			const answer = await call(context, actionId(await http.get("/claim"), "Report"));
			expect(answer.headers.get("content-type"), "The type of the answer.").toMatch(/^text\/x-component/);
			expect(answer.text, "The value is in there.").toContain("reported");
			let isJson = true;
			try {
				JSON.parse(answer.text);
			} catch {
				isJson = false;
			}
			if (isJson) fail("The answer is valid JSON.");
		},
	},
	{
		id: "update-tag-refuses",
		statement: "In a Route Handler updateTag is an error.",
		points: ["G2"],
		async run({ http, log, expect }) {
			expect(await http.post("/claim", { timeoutMs: PATIENCE }), "The Route Handler fails.").toHaveStatus(
				500,
			);
			const line = await log.waitFor(/updateTag can only be called from within a Server Action/);
			expect(line.text, "The log says why.").toContain("Server Action");
		},
	},
	{
		id: "expire-now",
		statement:
			"revalidateTag with { expire: 0 } works in a Route Handler, and the old data is not shown once more.",
		points: ["G2"],
		async run({ http, expect }) {
			expect(await http.get("/"), "The page is cached with the open order.").toShow(
				/Coffee for Grace\s*:\s*open/,
			);
			expect(await http.post("/claim", { timeoutMs: PATIENCE }), "The Route Handler works.").toHaveStatus(
				200,
			);
			expect(await http.get("/"), "The next visit shows what was written.").toShow(
				/Coffee for Grace\s*:\s*paid/,
			);
		},
	},
]);
