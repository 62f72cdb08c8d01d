import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

type Exchange = ReturnType<CheckContext["exchanges"]["all"]>[number];

/** Reserves in the open page and waits until the page shows both: the number and the name. Gives the number. */
async function reserve({ page, db, expect }: CheckContext, name: string): Promise<unknown> {
	const before = (await db.table("message")).length;
	await page.getByLabel("Your name").fill(name);
	await page.getByRole("button", { name: "Reserve" }).click();
	const newest = async () => (await db.table("message")).slice(before).at(-1);
	await expect
		.poll(
			async () => (await newest())?.name,
			"A name was typed and sent, and no reservation was stored for it.",
		)
		.toBe(name);
	const id = (await newest())?.id;
	await expect(
		page.getByRole("status"),
		`The reservation was stored with the number ${id}, but the page does not say “Your number is ${id}”. The action knows the number: let it return it.`,
	).toHaveText(`Your number is ${id}`);
	await expect(
		page.getByRole("listitem").filter({ hasText: name }),
		"The page shows the number, but the list on the open page does not have the new name. Who asks for a fresh page now? Let the action say that it is out of date.",
	).toBeVisible();
	return id;
}

/** Whether it asked the app for a page or for data. What the development server loads for itself does not count. */
function asksForContent({ method, initiator, url }: Exchange): boolean {
	return method === "GET" && initiator === "preview" && !/^\/(_next|__nextjs|__sandbox)/.test(url);
}

export default defineChecks([
	{
		id: "reserve-shows-both",
		title: "A reservation shows its number and the new list",
		points: ["B5"],
		hints: [
			"The page needs two things after a reservation. Where does each of them come from?",
			"The number is what the action returns. The list comes with it, when the action says that the page is out of date.",
			'// app/actions.ts, after the write\nrevalidatePath("/");\nreturn reservation.id;',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			await context.page.goto("/");
			await reserve(context, "Hedy");
		},
	},
	{
		id: "one-request",
		title: "It takes one request",
		points: ["B5"],
		requires: ["reserve-shows-both"],
		hints: [
			"Make a reservation and count the requests in the inspector.",
			"What the second request brings is in the answer to the first one already, when the action revalidates. Nobody has to ask again.",
			"// app/reserve-form.tsx\nsetNumber(reserved);\n// and no router.refresh() after it",
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, exchanges, expect, show } = context;
			await page.goto("/");
			await reserve(context, "Hedy");
			await reserve(context, "Rosalind");
			// Leaving the page ends whatever is still under way, and what was cut off is recorded, too.
			await page.goto("/?left");
			await exchanges.waitFor("the next page", ({ url }) => url === "/?left");

			const calls = exchanges.actions();
			expect(calls, "Two reservations should make two action calls.").toHaveLength(2);
			const first = calls[0]?.seq ?? 0;
			const more = exchanges
				.all()
				.filter((one) => one.seq > first && one.url !== "/?left" && asksForContent(one));
			for (const { id, method, url, status } of more.slice(0, 3)) {
				show({
					kind: "exchange",
					label: "One more request",
					exchangeId: id,
					summary: `${method} ${url} → ${status}`,
				});
			}
			expect(
				more.map(({ method, url }) => `${method} ${url}`),
				"After the action was called, the browser asked for more: a second request for what the answer to the first can bring along.",
			).toEqual([]);
		},
	},
	{
		id: "others-are-there",
		title: "What others did in the meantime is there, too",
		points: ["B5"],
		requires: ["reserve-shows-both"],
		hints: [
			"You are not the only one who reserves. What does the page show of the others, after your reservation?",
			"The new page is worked out on the server, from the database as it is now. A list that the browser keeps for itself knows only what happened there.",
			'// app/page.tsx stays as it was; app/actions.ts says\nrevalidatePath("/");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run(context) {
			const { page, db, expect } = context;
			await page.goto("/");
			const { message = [], ...others } = await db.read();
			const alan = { id: 8, createdAt: "2026-03-02T11:05:00.000Z", name: "Alan", text: "reserved" };
			await db.replace({ ...others, message: [...message, alan] });
			await reserve(context, "Hedy");
			await expect(
				page.getByRole("listitem").filter({ hasText: "Alan" }),
				"Alan reserved elsewhere while the page was open. Then Hedy reserved here, and the list shows Hedy, and no Alan. Show what the server has, not what the browser has added up.",
			).toBeVisible();
			await expect(
				page,
				"With Alan and Hedy four of the eight seats are left, and the open page does not say so.",
			).toContainText("4 of 8 seats are left");
		},
	},
]);
