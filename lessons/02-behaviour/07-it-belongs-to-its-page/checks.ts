import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Orders on a page with JavaScript off, and looks what was stored. */
async function order({ http, db, expect }: CheckContext, path: string, drink: string): Promise<void> {
	const page = await http.get(path, { timeoutMs: 30_000 });
	expect(
		page,
		`The page ${path} answered with status ${page.status}. The server log says why: what does the Edge Runtime not support, and who asked for it?`,
	).toHaveStatus(200);
	await page.form("Order").submit({ drink }, { followRedirect: true, timeoutMs: 30_000 });
	expect(
		(await db.table("message")).map(({ text }) => text),
		`Somebody ordered “${drink}” on ${path}, and it was not stored. The server log says why.`,
	).toEqual(["one filter coffee", drink]);
}

export default defineChecks([
	{
		id: "kiosk-takes-orders",
		title: "The kiosk takes orders",
		points: ["B9", "B10"],
		hints: [
			"Open the order page of the kiosk and read the log. Which runtime is it about?",
			"An action runs in the runtime of the page it is used on. The database needs Node.js, and the layout of the kiosk says edge. What stands nearest to the page wins.",
			'// app/kiosk/order/page.tsx\nexport const runtime = "nodejs";',
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/route-segment-config/runtime",
		run: (context) => order(context, "/kiosk/order", "two flat whites"),
	},
	{
		id: "counter-takes-orders",
		title: "The counter takes orders as before",
		points: ["B9"],
		hints: [
			"Order something on the front page.",
			"The counter and the kiosk use the same action. Leave the action as it was: it is the page of the kiosk that has to say something.",
			"// app/actions.ts and app/page.tsx stay as they were",
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/route-segment-config",
		run: (context) => order(context, "/", "a tea"),
	},
]);
