import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "directive-of-a-file",
		statement:
			'With "use server" at the top of a file, every function that the file exports is a Server Action.',
		points: ["A2"],
		async run({ http, db, expect }) {
			const page = await http.get("/claim");
			for (const button of ["First", "Second"]) {
				expect(page.form(button).isServerAction, `The form of "${button}" goes to a Server Action.`).toBe(
					true,
				);
				await page.form(button).submit();
			}
			const texts = (await db.table("message")).map((row) => row.text);
			expect(texts.slice(-2), "Both exports ran.").toEqual(["first", "second"]);
		},
	},
	{
		id: "plain-function",
		statement: 'A form whose action is a function without "use server" makes the page fail.',
		points: ["A2"],
		async run({ http, log, expect }) {
			expect(await http.get("/claim"), "The page answers with an error.").toHaveStatus(500);
			const line = await log.waitFor(/Functions cannot be passed directly to Client Components/);
			expect(line.text, "The server log has the message.").toContain("Functions cannot be passed directly");
		},
	},
	{
		id: "works-without-javascript",
		statement:
			"Without JavaScript the browser posts the form itself; the action runs and the answer is the whole page, rendered anew.",
		points: ["A1", "B1"],
		async run({ http, exchanges, expect }) {
			const page = await http.get("/");
			const answer = await page.form("Sign").submit({ name: "Claim", message: "Sent by hand" });
			expect(answer, "The answer is a page.").toHaveStatus(200);
			expect(answer.headers.get("content-type") ?? "", "The answer is HTML.").toContain("text/html");
			expect(answer, "The page is fresh: it has the new message.").toShow("Sent by hand");
			const post = await exchanges.waitFor("the form post", (exchange) => exchange.method === "POST");
			expect(
				post.requestHeaders.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "",
				"It was sent as multipart/form-data.",
			).toContain("multipart/form-data");
			expect(
				post.requestHeaders.some(([name]) => name.toLowerCase() === "next-action"),
				"No header names the action: the form's hidden fields do.",
			).toBe(false);
		},
	},
	{
		id: "form-data-has-more",
		statement:
			"Sent with JavaScript, the FormData also holds the hidden field that Next.js added to the form; its name starts with $ACTION_.",
		points: ["A1"],
		async run({ http, page, db, expect }) {
			const form = (await http.get("/claim")).form("Send");
			expect(Object.keys(form.fields).join(" "), "The form has a field of Next.js's own.").toMatch(
				/\$ACTION_/,
			);
			await page.goto("/claim");
			await page.getByLabel("Word").fill("hello");
			await page.getByRole("button", { name: "Send" }).click();
			const newest = async () => (await db.table("message")).at(-1);
			await expect.poll(async () => (await newest())?.name, "The action ran.").toBe("claim");
			expect((await newest())?.text, "The names of the fields the action got.").toMatch(
				/(^| )\$ACTION_\S+ .*word/,
			);
		},
	},
	{
		id: "same-document",
		statement: "After hydration, a submission does not load the document again.",
		points: ["B3"],
		async run({ page, exchanges, expect }) {
			await page.goto("/");
			await page.markDocument();
			await page.getByLabel("Name").fill("Claim");
			await page.getByLabel("Message").fill("No reload");
			await page.getByRole("button", { name: "Sign" }).click();
			await expect(page.getByText("No reload", { exact: true }), "The message is shown.").toBeVisible();
			expect(await page.isSameDocument(), "It is the same document.").toBe(true);
			const post = await exchanges.waitFor("the action", (exchange) => exchange.method === "POST");
			expect(
				post.requestHeaders.some(([name]) => name.toLowerCase() === "next-action"),
				"It was sent by fetch, with the header Next-Action.",
			).toBe(true);
		},
	},
	{
		id: "closes-over",
		statement:
			"An inline action can use the variables of the render it was made in, with the values of that render.",
		points: ["A3"],
		async run({ http, db, expect }) {
			const page = await http.get("/claim");
			const before = (await db.table("message")).length;
			expect(page, "The page was rendered with the number of messages.").toShow(
				`Rendered with ${before} messages`,
			);
			await page.form("Keep").submit();
			await page.form("Keep").submit();
			const texts = (await db.table("message")).slice(-2).map((row) => row.text);
			expect(texts, "Both calls saw the value of the render, though there was one row more by then.").toEqual(
				[`There were ${before}`, `There were ${before}`],
			);
		},
	},
]);
