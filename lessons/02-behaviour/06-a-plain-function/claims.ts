import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

/** Calls the outer action with JavaScript off, and gives the answer. */
async function call({ http }: CheckContext) {
	return (await http.get("/claim")).form("Call").submit();
}

async function noted({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("message")).map(({ text }) => text);
}

export default defineClaims([
	{
		id: "no-request",
		statement: "An action that calls another gets what it returns, and no request is made for it.",
		points: ["B8"],
		async run(context) {
			const { exchanges, expect } = context;
			await call(context);
			expect(await noted(context), "Both have run.").toEqual(["inner", "outer got from inner"]);
			await exchanges.waitFor("the call", ({ method }) => method === "POST");
			expect(
				exchanges.all().filter(({ method }) => method !== "GET"),
				"There was one request.",
			).toHaveLength(1);
		},
	},
	{
		id: "nothing-is-serialised",
		statement:
			"Between two actions nothing is serialised: an instance of a class and a function arrive as what they are.",
		points: ["B8"],
		async run(context) {
			const answer = await call(context);
			context.expect(answer, "The outer action did not fail.").toHaveStatus(200);
			context.expect(await noted(context), "What the two noted.").toEqual(["3 days", "the very same trip"]);
		},
	},
	{
		id: "error-as-it-is",
		statement:
			"What the inner action throws arrives in the outer one as it is, with its class and its message.",
		points: ["B8"],
		async run(context) {
			await call(context);
			context.expect(await noted(context), "What the outer action caught.").toEqual(["caught no lemons"]);
		},
	},
	{
		id: "redirect-ends-both",
		statement: "A redirect in the inner action ends the outer one as well: nothing after the call is done.",
		points: ["B8"],
		async run(context) {
			const answer = await call(context);
			context.expect(answer, "The answer is the redirect of the inner action.").toRedirectTo("/");
			context.expect(await noted(context), "The outer action did not go on.").toEqual(["inner"]);
		},
	},
]);
