import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const TOKEN = "it-is-really-the-bank";

/** Milliseconds. A Route Handler and the first error page are compiled on demand. */
const PATIENCE = 30_000;

/** Calls the webhook as a program does: no cookies, no Origin. */
function call({ http }: CheckContext, body: string, token: string | null = TOKEN): Promise<HttpResponse> {
	return http.post("/api/payments", {
		headers: {
			"content-type": "application/json",
			...(token === null ? {} : { authorization: `Bearer ${token}` }),
		},
		body,
		jar: null,
		timeoutMs: PATIENCE,
	});
}

const order = (id: number) => JSON.stringify({ order: id });

async function stateOf({ db }: CheckContext, id: number): Promise<unknown> {
	return (await db.table("message")).find((row) => row.id === id)?.text;
}

const docs = "https://nextjs.org/docs/app/getting-started/route-handlers";

export default defineChecks([
	{
		id: "cash-still-works",
		title: "The button in the shop marks an order as paid",
		points: ["G2"],
		hints: [
			"Press the button in the preview.",
			"The form belongs to your own app: it keeps its action. The token is the payment service's, and no browser has it.",
			'export async function markAsPaid(formData: FormData) {\n\tawait payOrder(Number(formData.get("order")));\n\tupdateTag("orders");\n}',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { http, expect } = context;
			const page = await http.get("/");
			expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
			await page.form("Mark order 1 as paid").submit({}, { timeoutMs: PATIENCE });
			expect(
				await stateOf(context, 1),
				"The button was pressed in the shop, and the order is not paid.",
			).toBe("paid");
			expect(await http.get("/"), "The page does not show that the order is paid.").toShow(
				/Tea for Ada\s*:\s*paid/,
			);
		},
	},
	{
		id: "payment-is-recorded",
		title: "The payment service can report a payment",
		points: ["G2"],
		hints: [
			"Is there anything at /api/payments?",
			"`app/api/payments/route.ts` exports a function by the name of the method. It reads the request and gives back a Response.",
			"export async function POST(request: Request) {\n\tconst { order } = await request.json();\n\tawait payOrder(order);\n\treturn Response.json({ ok: true });\n}",
		],
		docs,
		async run(context) {
			const { expect } = context;
			const answer = await call(context, order(2));
			expect(
				answer.status,
				"The payment service reported a payment to POST /api/payments, with its token. The answer should have a status of success, 2xx.",
			).toBeLessThan(300);
			expect(
				await stateOf(context, 2),
				"The payment service reported a payment, and the order is not paid.",
			).toBe("paid");
			expect(await stateOf(context, 1), "Another order is marked as paid, too.").toBe("open");
		},
	},
	{
		id: "strangers-are-refused",
		title: "Nobody else can",
		points: ["G2"],
		requires: ["payment-is-recorded"],
		hints: [
			"Who may call this address, and how would you know?",
			"There is no session: the header Authorization has the token. Compare it before anything else.",
			'const expected = "Bearer " + PAYMENT_TOKEN;\nif (request.headers.get("authorization") !== expected) {\n\treturn new Response(null, { status: 401 });\n}',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Authorization",
		async run(context) {
			const { expect } = context;
			for (const [token, who] of [
				[null, "without the token"],
				["it-is-really-me", "with a wrong token"],
				["", "with an empty token"],
			] as const) {
				const answer = await call(context, order(2), token);
				expect(await stateOf(context, 2), `A call ${who} marked an order as paid.`).toBe("open");
				expect(answer.status, `A call ${who} should be answered with status 401.`).toBe(401);
			}
		},
	},
	{
		id: "mistakes-have-a-status",
		title: "What cannot be done has a status that says so",
		points: ["G2"],
		requires: ["payment-is-recorded"],
		hints: [
			"What does the service get when it reports a payment for order 99?",
			"Answer 404 for an order that is not there, and 400 for a body that you cannot read: `request.json()` throws then.",
			"const body = await request.json().catch(() => null);\nif (!Number.isInteger(body?.order)) return new Response(null, { status: 400 });",
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status",
		async run(context) {
			const { expect } = context;
			expect(
				(await call(context, order(99))).status,
				"A payment for an order that does not exist should be answered with status 404.",
			).toBe(404);
			for (const body of ["this is no JSON", "{}", '{"order":"all of them"}']) {
				expect(
					(await call(context, body)).status,
					`A report that says ${body} should be answered with status 400.`,
				).toBe(400);
			}
		},
	},
	{
		id: "page-is-up-to-date",
		title: "The next visitor sees that it is paid",
		points: ["G2"],
		requires: ["payment-is-recorded"],
		hints: [
			"Where does the page get its orders from?",
			"They are cached, with a tag. `updateTag` is for actions only; `revalidateTag` is for both, and says with its second argument how long the old data may be shown.",
			'revalidateTag("orders", { expire: 0 });',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidateTag",
		async run(context) {
			const { http, expect } = context;
			expect(await http.get("/"), "The page does not list the orders.").toShow(/Coffee for Grace\s*:\s*open/);
			await call(context, order(2));
			expect(
				await http.get("/"),
				"A payment was reported, and the page still shows the order as open. Its data is cached.",
			).toShow(/Coffee for Grace\s*:\s*paid/);
		},
	},
]);
