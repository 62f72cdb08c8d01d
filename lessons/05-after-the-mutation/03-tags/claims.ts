import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

const isPost = ({ method }: { method: string }) => method === "POST";

function asOf(page: HttpResponse): string {
	return page.document.querySelector("time")?.getAttribute("datetime") ?? "";
}

/** Publishes on the open desk; gives the value of the header that says what was revalidated. */
async function publish({ page, exchanges }: CheckContext): Promise<string | undefined> {
	await page.getByLabel("Title").fill("Claimed title");
	await page.getByLabel("Author").fill("Claim");
	await page.getByRole("button", { name: "Publish" }).click();
	const { responseHeaders } = await exchanges.waitFor("the action", isPost);
	return responseHeaders.find(([name]) => name.toLowerCase() === "x-action-revalidated")?.[1];
}

export default defineClaims([
	{
		id: "update-tag",
		statement:
			"updateTag throws the tagged data away wherever it is shown, and the open page comes back fresh with the action's answer.",
		points: ["E2", "E3"],
		async run(context) {
			const { http, page, expect } = context;
			for (const path of ["/", "/archive"]) await http.get(path);
			await page.goto("/desk");
			expect(await publish(context), "The answer says that something was revalidated.").toBe("1");
			await expect(
				page.getByRole("listitem").filter({ hasText: "Claimed title" }),
				"The open page has the new title.",
			).toBeVisible();
			for (const path of ["/", "/archive"]) {
				expect(await http.get(path), `The first visit of ${path} shows it, too.`).toShow("Claimed title");
			}
		},
	},
	{
		id: "max-is-stale-first",
		statement:
			'After revalidateTag(tag, "max") the next visit is still served the old data, and a later one the new; the open page is not rendered again.',
		points: ["E2"],
		async run(context) {
			const { http, page, expect } = context;
			const before = asOf(await http.get("/"));
			await page.goto("/desk");
			expect(await publish(context), "The answer brings no page back.").toBe(undefined);
			const next = await http.get("/");
			expect(asOf(next), "The next visit gets the data from before.").toBe(before);
			expect(next, "It does not have the new title.").not.toShow("Claimed title");
			await expect
				.poll(async () => (await http.get("/")).visibleText, "A later visit has it.")
				.toContain("Claimed title");
		},
	},
	{
		id: "one-argument",
		statement:
			"revalidateTag with one argument still expires the data at once, and the server log says that it is deprecated.",
		points: ["E2"],
		async run(context) {
			const { http, page, log, expect } = context;
			expect(await http.get("/"), "The front page is cached.").not.toShow("Claimed title");
			await page.goto("/desk");
			await publish(context);
			expect(await http.get("/"), "The next visit has the new title.").toShow("Claimed title");
			const line = await log.waitFor(/revalidateTag" without the second argument is now deprecated/);
			expect(line.text, "The log names what to use instead.").toContain("updateTag");
		},
	},
	{
		id: "refresh-keeps-the-cache",
		statement: "refresh() renders the open page again and leaves tagged data as it is.",
		points: ["E3"],
		async run(context) {
			const { http, page, expect } = context;
			const before = asOf(await http.get("/"));
			await page.goto("/desk");
			expect(await publish(context), "The answer says that the page was rendered again.").toBe("2");
			await expect(page.getByLabel("Title"), "The action is done.").toHaveValue("");
			await expect(page.getByText("Claimed title"), "The open page shows the old data.").toHaveCount(0);
			expect(asOf(await http.get("/")), "And the front page does.").toBe(before);
		},
	},
	{
		id: "only-in-actions",
		statement: "updateTag works in Server Actions only; in a Route Handler it is an error.",
		points: ["E3"],
		async run({ http, log, expect }) {
			expect(await http.post("/claim", { timeoutMs: 30_000 }), "The Route Handler fails.").toHaveStatus(500);
			const line = await log.waitFor(/updateTag can only be called from within a Server Action/);
			expect(line.text, "The server log says why.").toContain("Server Action");
		},
	},
]);
