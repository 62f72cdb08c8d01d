import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

/** The id of the action of a form on the page. */
function actionId(page: HttpResponse, button: string): string {
	const field = Object.keys(page.form(button).fields).find((name) => name.startsWith("$ACTION_ID_"));
	return field?.slice("$ACTION_ID_".length) ?? "";
}

/** A call as curl would make it: one header that names the action, and the arguments. */
function call({ http }: CheckContext, method: string, path: string, id: string, args: unknown[]) {
	const headers = { "next-action": id, "content-type": "text/plain;charset=UTF-8" };
	const body = method === "GET" ? undefined : JSON.stringify(args);
	return http.request(method, path, { headers, body, jar: null });
}

async function newest({ db }: CheckContext): Promise<unknown> {
	return (await db.table("message")).at(-1)?.text;
}

export default defineClaims([
	{
		id: "called-by-hand",
		statement:
			"An action runs for any POST that names its id in the header Next-Action, without cookies and without a browser.",
		points: ["F1"],
		async run(context) {
			const { http, expect } = context;
			const id = actionId(await http.get("/claim"), "Note");
			expect(id, "The page has the id in it.").toMatch(/^[0-9a-f]{42}$/);
			const answer = await call(context, "POST", "/claim", id, ["by hand"]);
			expect(answer, "The answer is a success.").toHaveStatus(200);
			expect(await newest(context), "The action ran, with the argument from the request.").toBe(
				"string by hand",
			);
		},
	},
	{
		id: "any-address",
		statement:
			"The address does not matter: an action also runs when it is called at a page that does not use it.",
		points: ["F1"],
		async run(context) {
			const { http, expect } = context;
			const id = actionId(await http.get("/claim"), "Note");
			await call(context, "POST", "/", id, ["at another page"]);
			expect(await newest(context), "The action ran.").toBe("string at another page");
		},
	},
	{
		id: "types-do-not-bind",
		statement:
			"The types of an action's parameters do not bind the caller: any value that can be sent arrives.",
		points: ["F1"],
		async run(context) {
			const { http, expect } = context;
			const id = actionId(await http.get("/claim"), "Note");
			await call(context, "POST", "/claim", id, [{ surprise: true }]);
			expect(await newest(context), "An object came where the type says string or FormData.").toMatch(
				/^object /,
			);
			await call(context, "POST", "/claim", id, []);
			expect(await newest(context), "Nothing came at all.").toMatch(/^undefined /);
		},
	},
	{
		id: "not-in-the-page",
		statement:
			"An exported action that no form and no component uses can be called, when a Server Component imports its file.",
		points: ["F1"],
		async run(context) {
			const { http, expect } = context;
			const page = await http.get("/claim");
			expect(page.forms, "There is no form on the page that could call it.").toHaveLength(0);
			const id = page.document.querySelector("output")?.textContent ?? "";
			expect(id, "Its id.").toMatch(/^[0-9a-f]{42}$/);
			await call(context, "POST", "/claim", id, []);
			expect(await newest(context), "It ran.").toBe("never used, and yet");
		},
	},
	{
		id: "get-does-not",
		statement: "Only POST runs an action: the same call with GET does not.",
		points: ["F1"],
		async run(context) {
			const { http, expect } = context;
			const id = actionId(await http.get("/claim"), "Note");
			const before = await newest(context);
			expect(await call(context, "GET", "/claim", id, []), "GET is answered with the page.").toHaveStatus(
				200,
			);
			expect(await newest(context), "The action did not run.").toBe(before);
		},
	},
]);
