import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function call({ page, exchanges }: CheckContext) {
	await page.goto("/claim");
	await page.getByRole("button", { name: "Call" }).click();
	return exchanges.waitFor("the call of the action", ({ method }) => method === "POST", {
		timeoutMs: 10_000,
	});
}

/** What the action of a claim noted: one line for each thing it saw. */
async function noted({ db, expect }: CheckContext): Promise<string> {
	await expect.poll(async () => (await db.table("message")).length, "The action ran.").toBe(1);
	return String((await db.table("message"))[0]?.text);
}

export default defineClaims([
	{
		id: "stand-in",
		statement:
			"An instance of a class is sent as the stand-in $T, without an error in the browser; the error comes when the action looks inside.",
		points: ["B7"],
		async run(context) {
			const { log, expect } = context;
			const { requestBody, status } = await call(context);
			expect(requestBody.data, "The argument in the request.").toBe('["$T"]');
			expect(status, "The action failed.").toBe(500);
			const line = await log.waitFor(/Cannot access days on the server/, { timeoutMs: 10_000 });
			expect(line.text, "The server log says what cannot be had.").toContain("temporary client reference");
		},
	},
	{
		id: "also-stand-ins",
		statement: "Functions, events, regular expressions and errors arrive as such a stand-in as well.",
		points: ["B7"],
		async run(context) {
			await call(context);
			context
				.expect(await noted(context), "typeof of each argument, on the server.")
				.toBe("function, function, function, function, function");
		},
	},
	{
		id: "handed-back",
		statement:
			"A value that cannot be serialised can be returned unopened, and is in the browser what it was before.",
		points: ["B7"],
		async run(context) {
			const { requestBody } = await call(context);
			context.expect(requestBody.data, "The argument in the request.").toContain('"$T"');
			await context
				.expect(context.page.getByRole("status"), "What the browser got back.")
				.toHaveText("the very same trip, 3 days");
		},
	},
	{
		id: "these-travel",
		statement:
			"Dates, maps, sets, bigints, typed arrays, files, form data and promises arrive as what they were.",
		points: ["B7"],
		async run(context) {
			await call(context);
			context
				.expect(await noted(context), "What the action found.")
				.toBe("date yes, map yes, set yes, bigint yes, bytes yes, file yes, form yes, promise yes");
		},
	},
	{
		id: "also-back",
		statement: "They travel back as well.",
		points: ["B7"],
		async run(context) {
			await call(context);
			await context
				.expect(context.page.getByRole("status"), "What the browser found.")
				.toHaveText("date yes, map yes, set yes, bigint yes, bytes yes, file yes, form yes, promise yes");
		},
	},
	{
		id: "class-returned",
		statement:
			"An action that returns an instance of a class has done its work by then; the answer has status 200, and the call is rejected in the browser.",
		points: ["B7"],
		async run(context) {
			const { db, page, log, expect } = context;
			const { status } = await call(context);
			expect(status, "The status is 200.").toBe(200);
			expect(await db.table("message"), "The action had written its row.").toHaveLength(1);
			await expect(page.getByRole("status"), "The promise was rejected.").toContainText("rejected");
			const line = await log.waitFor(/Only plain objects/, { timeoutMs: 10_000 });
			expect(line.text, "The server log has the reason.").toContain("can be passed to Client Components");
		},
	},
	{
		id: "callback-called",
		statement: "An action that calls a function it was sent fails.",
		points: ["B7"],
		async run(context) {
			const { log, expect } = context;
			const { status } = await call(context);
			expect(status, "The action failed.").toBe(500);
			const line = await log.waitFor(/Attempted to call a temporary Client Reference/, { timeoutMs: 10_000 });
			expect(line.text, "The server log says why.").toContain("it is on the client");
		},
	},
]);
