import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

const post = { author: "Claim", title: "Claimed post", body: "Text" };
type Exchange = ReturnType<CheckContext["exchanges"]["all"]>[number];
const isPost = (exchange: Exchange) => exchange.method === "POST";

function header(exchange: Exchange, wanted: string): string | undefined {
	return exchange.responseHeaders.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

export default defineClaims([
	{
		id: "redirect-throws",
		statement:
			"redirect works by throwing an error with the message NEXT_REDIRECT; a catch around it gets that error.",
		points: ["E4"],
		async run({ http, db, expect }) {
			const answer = await (await http.get("/claim")).form("Go").submit();
			expect(answer, "The caught redirect redirects nobody.").toHaveStatus(200);
			const caught = (await db.table("message")).at(-1);
			expect(caught?.name, "The message of what was caught.").toBe("NEXT_REDIRECT");
			expect(caught?.text, "Its digest says where to.").toMatch(/^NEXT_REDIRECT;[a-z]+;\/;30\d;/);
		},
	},
	{
		id: "nothing-runs-after",
		statement: "Nothing below redirect runs; a finally around it does.",
		points: ["E4"],
		async run({ http, db, expect }) {
			const answer = await (await http.get("/claim")).form("Go").submit();
			expect(answer, "try with finally does not stop the redirect.").toRedirectTo("/");
			const rows = (await db.table("message")).map((row) => row.name);
			expect(rows, "Only finally ran.").toEqual(["finally"]);
		},
	},
	{
		id: "see-other",
		statement:
			"Without JavaScript the answer to the form post is status 303 with the new address in Location.",
		points: ["E4"],
		async run({ http, expect }) {
			const answer = await (await http.get("/posts/new")).form("Publish").submit(post);
			expect(answer, "The status is 303.").toHaveStatus(303);
			expect(answer.location ?? "", "Location is the new post.").toMatch(/^\/posts\/\d+$/);
		},
	},
	{
		id: "redirect-header",
		statement:
			"With JavaScript the answer is 200; the header x-action-redirect names the address and the page is in the same response.",
		points: ["E4"],
		async run({ page, exchanges, expect }) {
			await page.goto("/posts/new");
			await page.getByLabel("Author").fill(post.author);
			await page.getByLabel("Title").fill(post.title);
			await page.getByLabel("Text").fill(post.body);
			await page.getByRole("button", { name: "Publish" }).click();
			const action = await exchanges.waitFor("the action", isPost, { timeoutMs: 20_000 });
			await expect(page.getByRole("heading", { name: post.title }), "The new post is shown.").toBeVisible();
			expect(action.status, "The status is 200.").toBe(200);
			expect(header(action, "x-action-redirect") ?? "", "The header has the address.").toMatch(
				/^\/posts\/\d+;push$/,
			);
			expect(action.responseBody.data, "The response has the new page in it.").toContain(post.title);
		},
	},
	{
		id: "from-an-event-handler",
		statement: "An action called by an event handler can redirect; the document is not loaded again.",
		points: ["E4"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.markDocument();
			await page.getByRole("button", { name: "Leave" }).click();
			await expect(page, "The browser is at the new address.").toHaveURL("/posts/1", { timeoutMs: 20_000 });
			await expect(page.getByRole("heading", { name: "Hello" }), "The post is shown.").toBeVisible();
			expect(await page.isSameDocument(), "It is the same document.").toBe(true);
		},
	},
	{
		id: "read-and-forget",
		statement:
			"An action can set and delete a cookie; the page is rendered again with the new value by itself.",
		points: ["E6"],
		async run({ http, page, expect }) {
			const answer = await (await http.get("/claim")).form("Remember").submit({}, { button: "Remember" });
			expect(answer, "The answer sets the cookie.").toSetCookie("author", { value: "Ada", httpOnly: true });
			expect(answer, "The page in the same answer has read the new value.").toShow("The author is Ada");
			const gone = await (await http.get("/claim")).form("Forget").submit({}, { button: "Forget" });
			expect(gone, "After the delete it is gone.").toShow("The author is nobody");
			expect(http.cookies.get("author"), "The browser was told to forget it.").toBe(undefined);

			await page.goto("/claim");
			await page.getByRole("button", { name: "Remember" }).click();
			await expect(page.getByText("The author is Ada"), "With JavaScript, too.").toBeVisible();
			await page.getByRole("button", { name: "Forget" }).click();
			await expect(page.getByText("The author is nobody"), "And the delete.").toBeVisible();
		},
	},
	{
		id: "cookies-are-a-promise",
		statement: "cookies() returns a promise; calling set on it without await fails.",
		points: ["E6"],
		async run({ http, log, expect }) {
			const answer = await (await http.get("/claim")).form("Remember").submit();
			expect(answer, "The action threw.").toHaveStatus(500);
			expect(answer.setCookies, "No cookie was set.").toEqual([]);
			const line = await log.waitFor(/\.set is not a function/);
			expect(line.text, "The server log says that there is no set.").toContain("is not a function");
		},
	},
	{
		id: "not-while-rendering",
		statement: "Setting a cookie while a page is rendered is an error.",
		points: ["E6"],
		async run({ http, log, expect }) {
			const answer = await http.get("/claim");
			expect(answer, "The page answers with an error.").toHaveStatus(500);
			expect(answer.setCookies, "No cookie was set.").toEqual([]);
			const line = await log.waitFor(/Cookies can only be modified in a Server Action or Route Handler/);
			expect(line.text, "The server log says where it can be done.").toContain("Route Handler");
		},
	},
]);
