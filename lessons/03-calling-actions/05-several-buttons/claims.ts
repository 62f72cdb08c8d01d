import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "the-clicked-one",
		statement:
			"The FormData has name and value of the button that was pressed, and of no other; requestSubmit() sends none, requestSubmit(button) sends that button's.",
		points: ["C9"],
		async run({ page, db, expect }) {
			await page.goto("/claim");
			const sent = async () => (await db.table("message")).slice(1).map((row) => row.text);
			const expected: string[] = [];
			for (const [button, value] of [
				["Second", "second"],
				["First", "first"],
				["Without a button", "null"],
				["With the other one", "second"],
			] as const) {
				await page.getByRole("button", { name: button }).click();
				expected.push(value);
				await expect.poll(sent, `“${button}” sent ${value}.`).toEqual(expected);
			}
		},
	},
	{
		id: "asks-first",
		statement:
			"requestSubmit() lets the browser check the fields first; the form is then sent by React, in the same document.",
		points: ["C9"],
		async run({ page, db, exchanges, expect }) {
			await page.goto("/claim");
			await page.markDocument();
			await page.getByRole("button", { name: "Send" }).click();
			await page.getByLabel("Word").fill("checked");
			await page.getByRole("button", { name: "Send" }).click();
			const sent = async () => (await db.table("message")).slice(1).map((row) => row.text);
			await expect
				.poll(sent, "Only the form with something in its required field was sent.")
				.toEqual(["checked"]);
			// What is stored may not be on record yet.
			const post = await exchanges.waitFor("the form being sent", ({ method }) => method === "POST");
			expect(exchanges.actions(), "There was one request.").toHaveLength(1);
			expect(
				post.requestHeaders.some(([name]) => name.toLowerCase() === "next-action"),
				"It was sent by fetch, with the header Next-Action.",
			).toBe(true);
			expect(await page.isSameDocument(), "The document is the same.").toBe(true);
		},
	},
	{
		id: "leaves-the-document",
		statement:
			"submit() goes around validation and around React: the browser posts the form itself and loads a new document. The action runs all the same.",
		points: ["C9"],
		async run({ page, db, exchanges, expect }) {
			await page.goto("/claim");
			await page.markDocument();
			await page.getByRole("button", { name: "Send" }).click();
			const post = await exchanges.waitFor("the form post", ({ method }) => method === "POST");
			expect(
				post.requestHeaders.some(([name]) => name.toLowerCase() === "next-action"),
				"It is a plain form post, without the header Next-Action.",
			).toBe(false);
			const rows = (await db.table("message")).slice(1).map((row) => row.text);
			expect(rows, "The action ran, with an empty required field.").toEqual([""]);
			await expect.poll(() => page.isSameDocument(), "The browser has loaded a new document.").toBe(false);
		},
	},
	{
		id: "back-to-the-default",
		statement:
			"When the action is done, React puts the fields back to their default values, to new ones where the action brought new ones.",
		points: ["C9"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByLabel("Text").fill("ha");
			await page.getByLabel("Other").fill("typed");
			await page.getByRole("button", { name: "Send" }).click();
			await expect(page.getByTestId("state"), "The action is done.").toHaveText("ha ha");
			await expect(page.getByLabel("Text"), "The field has its new default value.").toHaveValue("ha ha");
			await expect(page.getByLabel("Other"), "The other one its old one.").toHaveValue("as it was");
		},
	},
]);
