import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

/** Sends the order as a proxy hands it on: `Host` is the app's own, `Origin` the page's. Says whether it was stored. */
async function orderFrom({ http, db, expect }: CheckContext, origin?: string): Promise<boolean> {
	const page = await http.get("/", { timeoutMs: PATIENCE });
	expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
	const before = await db.table("message");
	const headers: Record<string, string> = origin === undefined ? {} : { origin };
	await page.form("Order").submit({ what: "Assam" }, { button: "Order", headers, timeoutMs: PATIENCE });
	return (await db.table("message")).length > before.length;
}

const docs = "https://nextjs.org/docs/app/api-reference/config/next-config-js/serverActions";

export default defineChecks([
	{
		id: "own-site-works",
		title: "Orders from shop.example and www.shop.example arrive",
		points: ["F10"],
		hints: [
			"What does the server log say when the check has sent its order?",
			"`allowedOrigins` lists hosts, without https://. It stands in `serverActions`, and that in experimental.",
			'experimental: {\n\tserverActions: { allowedOrigins: ["shop.example", "www.shop.example"] },\n},',
		],
		docs,
		async run(context) {
			for (const origin of ["https://shop.example", "https://www.shop.example"]) {
				context
					.expect(
						await orderFrom(context, origin),
						`An order from ${origin} came through the proxy (Host: localhost), and was refused.`,
					)
					.toBe(true);
			}
		},
	},
	{
		id: "previews-work",
		title: "Orders from the preview of any branch arrive",
		points: ["F10"],
		hints: [
			"Branches come and go. Which part of their host names stays?",
			"A star at the beginning stands for one label: *.preview.shop.example.",
			'allowedOrigins: ["shop.example", "www.shop.example", "*.preview.shop.example"],',
		],
		docs,
		async run(context) {
			for (const origin of ["https://pr-17.preview.shop.example", "https://new-cart.preview.shop.example"]) {
				context
					.expect(
						await orderFrom(context, origin),
						`An order from the preview of a branch, ${origin}, came through the proxy and was refused.`,
					)
					.toBe(true);
			}
		},
	},
	{
		id: "local-still-works",
		title: "Orders without a proxy arrive as before",
		points: ["F10"],
		hints: [
			"Order something in the preview.",
			"`allowedOrigins` adds to what is allowed anyway: the host of the request itself.",
			"experimental: { serverActions: { allowedOrigins: [ … ] } },",
		],
		docs,
		async run(context) {
			context.expect(await orderFrom(context), "An order without a proxy in between was refused.").toBe(true);
		},
	},
	{
		id: "strangers-stay-out",
		title: "Orders from anywhere else are refused",
		points: ["F10"],
		requires: ["own-site-works"],
		hints: [
			"Who else has a page below shop.example?",
			"Let in as few names as you can: the two of the shop, and those below preview.shop.example. Let an action do the work, which compares.",
			'allowedOrigins: ["shop.example", "www.shop.example", "*.preview.shop.example"],',
		],
		docs,
		async run(context) {
			for (const origin of [
				"https://evil.example",
				"https://shop.example.evil.example",
				"https://notshop.example",
				"https://ada.shop.example",
				"null",
			]) {
				context
					.expect(
						await orderFrom(context, origin),
						`An order from ${origin} was accepted. The shop has no say in what stands on that page.`,
					)
					.toBe(false);
			}
		},
	},
]);
