import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

type Exchange = ReturnType<CheckContext["exchanges"]["all"]>[number];

function header(exchange: Exchange, wanted: string, headers = exchange.requestHeaders): string | undefined {
	return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

const isPost = ({ method }: Exchange) => method === "POST";

/** A request of the router for the data of a page. */
const asksForPage = (exchange: Exchange) =>
	exchange.method === "GET" && header(exchange, "rsc") !== undefined;

async function send({ page }: CheckContext, name: string): Promise<void> {
	await page.goto("/");
	await page.getByLabel("Your name").fill(name);
	await page.getByRole("button", { name: "Reserve" }).click();
}

async function reserve(context: CheckContext, name: string): Promise<void> {
	const { page, expect } = context;
	await send(context, name);
	await expect(page.getByRole("listitem").filter({ hasText: name }), "The list is fresh.").toBeVisible();
	await expect(page.getByRole("status"), "The result is shown.").toHaveText("Your number is 8");
}

async function inOneAnswer(context: CheckContext): Promise<void> {
	const { page, exchanges, expect } = context;
	await reserve(context, "Claimant");
	const call = await exchanges.waitFor("the call, by POST", isPost);
	expect(call.url, "It goes to the address of the open page.").toBe("/");
	expect(header(call, "next-action") ?? "", "The header Next-Action names the action.").toMatch(
		/^[0-9a-f]{42}$/,
	);
	expect(call.responseBody.data, "The answer has the new name in it: it holds the page.").toContain(
		"Claimant",
	);
	await page.goto("/?left");
	await exchanges.waitFor("the next page", ({ url }) => url === "/?left");
	expect(
		exchanges.all().filter((one) => one.seq > call.seq && asksForPage(one)),
		"No other request was made for the page.",
	).toHaveLength(0);
}

export default defineClaims([
	{
		id: "both-in-one-answer",
		statement: "The answer to the call holds the value the action returned and the newly rendered page.",
		points: ["B5"],
		run: inOneAnswer,
	},
	{
		id: "refresh-asks-again",
		statement: "router.refresh() is a second request, made when the first is over.",
		points: ["B5"],
		async run(context) {
			const { exchanges, expect } = context;
			await reserve(context, "Claimant");
			const call = await exchanges.waitFor("the call", isPost);
			const again = await exchanges.waitFor("the page, again", asksForPage);
			expect(again.at >= call.at + (call.durationMs ?? 0) - 1, "It came after the answer.").toBe(true);
		},
	},
	{
		id: "only-the-value",
		statement:
			"The answer to a call that revalidates nothing holds the value, and no page: what the open page shows stays old.",
		points: ["B5"],
		async run(context) {
			const { page, exchanges, expect } = context;
			await send(context, "Claimant");
			await expect(page.getByRole("status"), "The result is there.").toHaveText("Your number is 8");
			const call = await exchanges.waitFor("the call", isPost);
			expect(call.responseBody.data, "The answer has the number.").toContain("8");
			expect(call.responseBody.data, "It has nothing of the page.").not.toContain("Edsger");
			await expect(page, "The page still counts the seats as before.").toContainText("6 of 8 seats");
		},
	},
	{
		id: "server-refresh",
		statement: "refresh() of next/cache brings the open page along, too, in the answer to the call.",
		points: ["B5"],
		run: inOneAnswer,
	},
]);
