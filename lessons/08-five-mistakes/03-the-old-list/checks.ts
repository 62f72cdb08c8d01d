import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const LIFT = "Lift squeaks";

async function open({ http, expect }: CheckContext, path: string): Promise<HttpResponse> {
	const page = await http.get(path);
	expect(page, `The page ${path} answered with an error. The server log says why.`).toHaveStatus(200);
	return page;
}

/** When the list and the number in the hall were worked out. */
function asOf(page: HttpResponse): (string | null | undefined)[] {
	return [
		page.document.querySelector("time")?.getAttribute("datetime"),
		page.document.querySelector('[data-testid="tally"]')?.getAttribute("data-as-of"),
	];
}

/** Presses a button of the open office; resolves when the action has answered. */
async function pressInOffice({ page, exchanges, expect }: CheckContext, button: string): Promise<void> {
	await page.getByRole("button", { name: button }).click();
	const sent = await exchanges.waitFor("the form being sent", ({ method }) => method === "POST", {
		timeoutMs: 20_000,
	});
	expect(sent.status, "The action threw. The server log says why.").toBe(200);
}

export default defineChecks([
	{
		id: "reporting-still-works",
		title: "A new job is in the office and in the hall, as before",
		points: ["H3", "E2"],
		hints: [
			"This one worked from the start. What did you change?",
			"The action and the cached data have to agree on the name of a tag, letter for letter.",
			'updateTag("jobs");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/updateTag",
		async run(context) {
			const { page, expect } = context;
			const title = "Roof leaks";
			await open(context, "/");
			await page.goto("/office");
			await page.getByLabel("New job").fill(title);
			await pressInOffice(context, "Report");
			await expect(
				page.getByRole("listitem").filter({ hasText: title }),
				"A job was reported, and the open page of the office does not show it.",
			).toHaveCount(1);
			expect(await open(context, "/"), "A job was reported, and the entrance hall does not show it.").toShow(
				title,
			);
		},
	},
	{
		id: "office-forgets-what-is-done",
		title: "A job that is done leaves the open page of the office",
		points: ["H3", "E1"],
		hints: [
			"Press Done, and compare what the three actions do after their write.",
			"An action brings back what it returns; the page is rendered again only when the action says that something is out of date.",
			'await db.problem.update({ where: { id }, data: { solved: true } });\nupdateTag("jobs");',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/office");
			await page.markDocument();
			await pressInOffice(context, `Done: ${LIFT}`);
			await expect(
				page.getByRole("listitem").filter({ hasText: LIFT }),
				"A job was closed, and it is still on the open page of the office.",
			).toHaveCount(0);
			expect(
				await page.isSameDocument(),
				"To get rid of the job, the browser loaded a new document. The action can bring the new page back by itself.",
			).toBe(true);
		},
	},
	{
		id: "hall-forgets-what-is-done",
		title: "In the hall it is gone, and counted",
		points: ["H3", "E2"],
		hints: [
			"Close a job and reload the entrance hall, as often as you like.",
			"Cached data stays until somebody throws it away by its tag. What in `lib/board.ts` is worked out from the column `solved`, and which tags does it have?",
			'updateTag("jobs");\nupdateTag("tally");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/updateTag",
		async run(context) {
			const { page, expect } = context;
			const before = await open(context, "/");
			expect(before, "The hall shows the job while it is open.").toShow(LIFT);
			expect(before, "One job is done when the check begins.").toShow(/Done so far:\s*1/);
			await page.goto("/office");
			await pressInOffice(context, `Done: ${LIFT}`);
			const after = await open(context, "/");
			expect(
				after,
				"A job was closed, and for the next person who looks it is still in the entrance hall.",
			).not.toShow(LIFT);
			expect(
				after,
				"A job was closed and is gone from the list, but the number behind “Done so far” does not know about it.",
			).toShow(/Done so far:\s*2/);
		},
	},
	{
		id: "hall-has-the-new-title",
		title: "A new title is in the hall, too",
		points: ["H3", "E2"],
		hints: [
			"In the office everything looks fine. Look at the other page.",
			"A tag that no data has is no error; it throws nothing away. Compare the tags in the action with those in `lib/board.ts`, letter by letter.",
			'updateTag("jobs");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/updateTag",
		async run(context) {
			const { expect } = context;
			const title = "Lift is silent and stuck";
			expect(await open(context, "/"), "The hall shows the job under its old title.").toShow(LIFT);
			const office = await open(context, "/office");
			await office.form("Rename job 1").submit({ title }, { button: "Rename job 1" });
			expect(await open(context, "/office"), "The new title is not stored.").toShow(title);
			expect(
				await open(context, "/"),
				"A job got a new title, and the next person who looks sees the old title in the entrance hall.",
			).toShow(title);
		},
	},
	{
		id: "hall-stays-cached",
		title: "Between two changes the hall is served from the cache",
		points: ["H3", "E2"],
		hints: [
			"Reload the entrance hall and watch the time at its foot.",
			"Without a cache nothing is out of date, and everything is slow. Keep it, and say when it is to be thrown away.",
			'unstable_cache(async () => ({ … }), ["open-jobs"], { tags: ["jobs"] })',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/unstable_cache",
		async run(context) {
			const first = asOf(await open(context, "/"));
			context
				.expect(
					asOf(await open(context, "/")),
					"Nothing changed between two visits to the entrance hall, yet its data was worked out again. Keep getOpenJobs and getTally cached.",
				)
				.toEqual(first);
		},
	},
]);
