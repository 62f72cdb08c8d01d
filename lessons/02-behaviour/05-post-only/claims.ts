import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

const runs = async ({ db }: CheckContext) => (await db.table("message")).length;

/** The hidden field that names the action in the page, and the id in it. */
async function actionOf({ http }: CheckContext): Promise<{ field: string; id: string }> {
	const { fields } = (await http.get("/claim")).form("Keep");
	const field = Object.keys(fields).find((name) => name.startsWith("$ACTION_ID_")) ?? "";
	return { field, id: field.slice("$ACTION_ID_".length) };
}

export default defineClaims([
	{
		id: "post-only",
		statement: "A request with GET, PUT, PATCH or DELETE that names the action does not run it; POST does.",
		points: ["B6"],
		async run(context) {
			const { http, expect } = context;
			const { field, id } = await actionOf(context);
			const headers = { "next-action": id, "content-type": "text/plain;charset=UTF-8" };
			await http.get("/claim", { headers: { "next-action": id } });
			await http.get(`/claim?${encodeURIComponent(field)}=`);
			for (const method of ["PUT", "PATCH", "DELETE"]) {
				await http.request(method, "/claim", { headers, body: "[]" });
			}
			expect(await runs(context), "None of them ran the action.").toBe(0);
			await http.post("/claim", { headers, body: "[]" });
			expect(await runs(context), "The same request as a POST ran it.").toBe(1);
		},
	},
	{
		id: "multipart-only",
		statement:
			"A form posted without JavaScript runs the action as multipart/form-data; as application/x-www-form-urlencoded it does not.",
		points: ["B6"],
		async run(context) {
			const { http, expect } = context;
			const { field } = await actionOf(context);
			const answer = await http.post("/claim", {
				headers: { "content-type": "application/x-www-form-urlencoded" },
				body: `${encodeURIComponent(field)}=`,
			});
			expect(answer, "The page is answered all the same.").toHaveStatus(200);
			expect(await runs(context), "The action did not run.").toBe(0);
			const form = new FormData();
			form.set(field, "");
			await http.post("/claim", { body: form });
			expect(await runs(context), "The same field as multipart/form-data ran it.").toBe(1);
		},
	},
	{
		id: "method-ignored",
		statement:
			'A form whose action is a Server Action is posted, even where it says method="get"; React warns that the method is ignored.',
		points: ["B6"],
		async run(context) {
			const { http, page, log, exchanges, expect } = context;
			const form = (await http.get("/claim")).document.querySelector("form");
			expect(form?.getAttribute("method")?.toLowerCase() ?? "", "The method in the HTML.").toBe("post");
			const warning = await log.waitFor(/Cannot specify a encType or method/);
			expect(warning.text, "React warns.").toContain("method");
			await page.goto("/claim");
			await page.getByRole("button", { name: "Keep" }).click();
			await expect.poll(() => runs(context), "The action ran.").toBe(1);
			const call = await exchanges.waitFor("the call", ({ method }) => method !== "GET");
			expect(call.method, "It was called by POST.").toBe("POST");
		},
	},
	{
		id: "plain-call",
		statement: "An action that a page calls while it is rendered runs with every GET of that page.",
		points: ["B6"],
		async run(context) {
			const { http, expect } = context;
			await http.get("/claim");
			const first = await runs(context);
			expect(first, "It ran with the first GET.").toBeGreaterThan(0);
			await http.get("/claim");
			expect(await runs(context), "And with the second.").toBeGreaterThan(first);
		},
	},
]);
