import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const old = "More biscuits, please.";
const text = "Mind the step at the door.";

/** Writes feedback in the live page, and waits until the list has it. */
async function sendInBrowser({ page, expect }: CheckContext): Promise<void> {
	await page.getByLabel("Your feedback").fill(text);
	await page.getByRole("button", { name: "Send" }).click();
	await expect(
		page.getByRole("listitem").filter({ hasText: text }),
		"Feedback was sent, and the list on the open page does not have it.",
	).toBeVisible({ timeoutMs: 10_000 });
}

export default defineChecks([
	{
		id: "list-without-javascript",
		title: "The list is in the page that the server sends",
		points: ["G1"],
		hints: [
			"Look at the source of the page. Where is the list?",
			"Read the rows in the page itself, which is a Server Component.",
			'const messages = await db.message.findMany({ orderBy: { id: "desc" } });',
		],
		docs: "https://nextjs.org/docs/app/getting-started/fetching-data",
		async run({ http, expect }) {
			const page = await http.get("/");
			expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
			expect(page, "The HTML of the page does not have the feedback that is stored.").toShow(old);
		},
	},
	{
		id: "form-without-javascript",
		title: "The form works with JavaScript off",
		points: ["G1"],
		hints: [
			"What happens when the form is sent and no JavaScript is there?",
			"Give the form an action of the server: action={send}.",
			'async function send(formData: FormData) {\n\t"use server";\n\t…\n}\n<form action={send} className="card">',
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run({ http, db, expect }) {
			const form = (await http.get("/")).form("Your feedback");
			const answer = await form.submit({ text }, { button: "Send", followRedirect: true, timeoutMs: 30_000 });
			const stored = (await db.table("message")).map((row) => row.text);
			expect(stored, "The form was sent with JavaScript off, and nothing was stored.").toContain(text);
			expect(answer, "The answer to the form does not show it.").toShow(text);
		},
	},
	{
		id: "shows-at-once",
		title: "What is sent is in the list at once, without a reload",
		points: ["G1"],
		hints: [
			"Send something in the preview and watch the list.",
			"The action writes; whoever shows the data has to be told.",
			'revalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await page.markDocument();
			await sendInBrowser(context);
			expect(
				await page.isSameDocument(),
				"The document was loaded anew to show the feedback. An action in the form does without.",
			).toBe(true);
		},
	},
	{
		id: "one-round-trip",
		title: "One request does it",
		points: ["G1"],
		requires: ["shows-at-once"],
		hints: [
			"Look at the requests in the inspector. Who asks for the list again?",
			"The answer of an action that revalidates brings the new page. Nothing has to be fetched.",
			'const messages = await db.message.findMany({ orderBy: { id: "desc" } }); // in the page',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, exchanges, expect, show } = context;
			await page.goto("/");
			await expect(page.getByText(old), "The list is not shown.").toBeVisible();
			await exchanges.waitFor(
				"the page",
				({ method, initiator }) => method === "GET" && initiator === "preview",
			);
			const before = exchanges.all().length;
			await sendInBrowser(context);
			// What was sent may be on the page before it is on record.
			await exchanges.waitFor("the feedback", ({ method }) => method === "POST");
			const after = exchanges.all().slice(before);
			const requests = after.map(({ method, url }) => `${method} ${url}`);
			show({ kind: "data", label: "Requests after the click", value: requests });
			expect(
				requests.filter((request) => request.startsWith("GET")),
				"After the feedback was sent, the browser asked for more to show it.",
			).toHaveLength(0);
			expect(requests, "The feedback should take one POST.").toHaveLength(1);
		},
	},
	{
		id: "empty-is-refused",
		title: "Feedback of nothing but spaces is refused",
		points: ["G1"],
		requires: ["form-without-javascript"],
		hints: [
			"Which rule stood in the Route Handler?",
			"Look at the text in the action, before it is stored.",
			'const text = String(formData.get("text") ?? "").trim();\nif (text === "") return;',
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run({ http, db, expect }) {
			const form = (await http.get("/")).form("Your feedback");
			await form.submit({ text: "   " }, { button: "Send", timeoutMs: 30_000 });
			expect(await db.table("message"), "Feedback of nothing but spaces was stored.").toHaveLength(1);
		},
	},
	{
		id: "old-door-closed",
		title: "The Route Handler is gone",
		points: ["G1"],
		hints: [
			"Who still uses /api/feedback?",
			"Nobody does, when the page reads and the action writes. Delete it.",
			"Delete app/api/feedback/route.ts and app/feedback-box.tsx.",
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/route",
		async run({ http, db, expect }) {
			for (const [type, body] of [
				["application/json", JSON.stringify({ text })],
				["application/x-www-form-urlencoded", new URLSearchParams({ text }).toString()],
			] as const) {
				await http.post("/api/feedback", { headers: { "content-type": type }, body, timeoutMs: 30_000 });
			}
			expect(
				await db.table("message"),
				"A POST to /api/feedback still stores feedback. Nothing needs it any more.",
			).toHaveLength(1);
			expect(
				await http.get("/api/feedback", { timeoutMs: 30_000 }),
				"/api/feedback still answers.",
			).toHaveStatus(404);
		},
	},
]);
