import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const parcel = { code: "ZX-2001", flat: 7 };

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

/** A report as a scanner sends it: no browser, no cookies. */
function report(
	{ http }: CheckContext,
	body: string,
	key: string | null = "yellow-van-17",
): Promise<HttpResponse> {
	const headers: Record<string, string> = { "Content-Type": "application/json" };
	if (key !== null) headers.Authorization = `Bearer ${key}`;
	return http.post("/api/parcels", { headers, body, jar: null, timeoutMs: PATIENCE });
}

/** The body of an answer as JSON; `null` where it is something else. */
function jsonOf(answer: HttpResponse): Record<string, unknown> | null {
	if (!answer.headers.get("content-type")?.includes("application/json")) return null;
	try {
		return JSON.parse(answer.text);
	} catch {
		return null;
	}
}

async function stored({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("message")).map(({ name, text }) => [name, text]);
}

const before = [["HB-0417", "3"]];

export default defineChecks([
	{
		id: "desk-form-works",
		title: "At the desk a parcel can be noted by hand, as before",
		points: ["H4", "B1"],
		hints: [
			"Note a parcel in the preview.",
			"A form of your own app is what actions are made for. Leave it alone.",
			'<form action={noteParcel} className="card">',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { http, expect } = context;
			const page = await http.get("/");
			expect(page, "The desk answers with an error. The server log says why.").toHaveStatus(200);
			await page
				.form("Note it")
				.submit({ code: parcel.code, flat: "7" }, { button: "Note it", timeoutMs: PATIENCE });
			expect(await stored(context), "A parcel was noted by hand at the desk, and it was not stored.").toEqual(
				[...before, [parcel.code, "7"]],
			);
			expect(await http.get("/"), "A parcel was noted by hand, and the desk does not list it.").toShow(
				parcel.code,
			);
			const { status } = await page
				.form("Note it")
				.submit({ code: "ZX-2002", flat: "99" }, { button: "Note it", timeoutMs: PATIENCE });
			expect(
				(await stored(context)).length,
				"A parcel for flat 99, which there is not, was noted by hand, and it was stored.",
			).toBe(before.length + 1);
			expect(status, "A parcel for flat 99 was answered with an error page.").toBeLessThan(500);
		},
	},
	{
		id: "scanner-can-report",
		title: "A scanner can report a parcel with a plain request",
		points: ["H4", "G2"],
		hints: [
			"Which kind of file in Next.js has an address of its own, and answers what you want it to?",
			"A Route Handler: a file route.ts that exports a function for each HTTP method. It reads the request, and gives back a Response with a status and JSON.",
			"// app/api/parcels/route.ts\nexport async function POST(request: Request) {\n\tconst parcel = parcelSchema.safeParse(await request.json().catch(() => null));\n\t// …\n\tconst id = await addParcel(parcel.data);\n\treturn Response.json({ id }, { status: 201 });\n}",
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/route",
		async run(context) {
			const { db, expect } = context;
			const answer = await report(context, JSON.stringify(parcel));
			expect(
				answer.status,
				"A scanner sent a good report to POST /api/parcels, with the key, and the answer is not 201 (created).",
			).toBe(201);
			expect(await stored(context), "A good report was answered with 201, and it was not stored.").toEqual([
				...before,
				[parcel.code, "7"],
			]);
			expect(
				jsonOf(answer)?.id,
				'The answer should be JSON with the id of the new parcel, for instance {"id": 2}.',
			).toBe((await db.table("message")).at(-1)?.id);
		},
	},
	{
		id: "bad-reports-are-refused",
		title: "A bad report is refused with 400 and a reason",
		points: ["H4", "D1"],
		requires: ["scanner-can-report"],
		hints: [
			"What does your handler do with a body that is cut off in the middle?",
			"`request.json()` throws when the body is no JSON. Catch that, and look at what came with the same schema that the desk uses.",
			'const body: unknown = await request.json().catch(() => null);\nconst parcel = parcelSchema.safeParse(body);\nif (!parcel.success) return Response.json({ error: "…" }, { status: 400 });',
		],
		docs: "https://nextjs.org/docs/app/guides/backend-for-frontend",
		async run(context) {
			const { expect } = context;
			for (const [what, body] of [
				["A report without a code", JSON.stringify({ flat: 7 })],
				["A report for flat 99", JSON.stringify({ ...parcel, flat: 99 })],
				["A report with the code 17", JSON.stringify({ ...parcel, code: 17 })],
				["A body that is no JSON", '{"code":"ZX-20'],
				["An empty body", ""],
			] as const) {
				const answer = await report(context, body);
				expect(answer.status, `${what} was answered with ${answer.status} in place of 400.`).toBe(400);
				expect(
					jsonOf(answer)?.error,
					`${what} was refused without a reason. Send JSON with "error" in it.`,
				).toBeTruthy();
				expect(await stored(context), `${what} was stored.`).toEqual(before);
			}
		},
	},
	{
		id: "strangers-are-refused",
		title: "Without the key nothing can be reported",
		points: ["H4", "F1"],
		requires: ["scanner-can-report"],
		hints: [
			"Who can send a request to your new address?",
			"A Route Handler is as public as an action. Scanners have no session cookie; they send a key in a header, and `lib/couriers.ts` knows it.",
			'const key = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";\nif (!isCourierKey(key)) return Response.json({ error: "…" }, { status: 401 });',
		],
		docs: "https://nextjs.org/docs/app/guides/authentication",
		async run(context) {
			const { expect } = context;
			for (const [what, key] of [
				["A report without the key", null],
				["A report with a wrong key", "yellow-van-18"],
				["A report with an empty key", ""],
			] as const) {
				const answer = await report(context, JSON.stringify(parcel), key);
				expect(await stored(context), `${what} was stored: anybody without the key can do this.`).toEqual(
					before,
				);
				expect(answer.status, `${what} was answered with ${answer.status} in place of 401.`).toBe(401);
			}
		},
	},
	{
		id: "desk-sees-it",
		title: "Whoever looks next at the desk sees the reported parcel",
		points: ["H4", "E2"],
		requires: ["scanner-can-report"],
		hints: [
			"Report something and reload the desk.",
			"The list is cached under the tag “parcels”. `updateTag` works in actions only; a Route Handler has `revalidateTag`. Mind its second argument: “max” lets the next reader have the old list.",
			'revalidateTag("parcels", { expire: 0 });',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidateTag",
		async run(context) {
			const { http, expect } = context;
			expect(await http.get("/"), "The desk lists the parcel before it was reported.").not.toShow(
				parcel.code,
			);
			await report(context, JSON.stringify(parcel));
			expect(
				await http.get("/"),
				"A parcel was reported and stored, and the desk does not show it: its list is cached.",
			).toShow(parcel.code);
		},
	},
]);
