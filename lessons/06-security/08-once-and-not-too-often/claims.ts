import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "two-clicks",
		statement: "Two clicks on a submit button are two calls of the action.",
		points: ["F12"],
		async run({ page, db, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Note" }).dblclick();
			await expect
				.poll(async () => (await db.table("message")).length, "The action ran twice.", { timeoutMs: 15_000 })
				.toBe(2);
		},
	},
	{
		id: "sent-again",
		statement: "A form that was sent once can be sent again, byte for byte, and the action runs again.",
		points: ["F12"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Note");
			expect(await form.submit(), "It was answered.").toHaveStatus(200);
			expect(await form.submit(), "So it was the second time.").toHaveStatus(200);
			expect(await db.table("message"), "The action ran twice.").toHaveLength(2);
		},
	},
	{
		id: "no-new-render",
		statement:
			"An action that revalidates nothing leaves what the server rendered on the open page as it is.",
		points: ["F12"],
		async run({ page, exchanges, expect }) {
			await page.goto("/claim");
			const [before] = await page.getByTestId("key").textContents();
			await page.getByRole("button", { name: "Quietly" }).click();
			await exchanges.waitFor("the action", ({ method }) => method === "POST", { timeoutMs: 15_000 });
			await expect(page.getByRole("status"), "The action has answered.").toHaveText("done", {
				timeoutMs: 15_000,
			});
			expect((await page.getByTestId("key").textContents())[0], "The random key is the same.").toBe(before);
		},
	},
	{
		id: "new-render",
		statement: "After revalidatePath the page comes back rendered anew, with new random values.",
		points: ["F12"],
		async run({ page, expect }) {
			await page.goto("/claim");
			const [before] = await page.getByTestId("key").textContents();
			await page.getByRole("button", { name: "Aloud" }).click();
			await expect(page.getByRole("status"), "The action has answered.").toHaveText("done", {
				timeoutMs: 15_000,
			});
			expect((await page.getByTestId("key").textContents())[0], "There is another key.").not.toBe(before);
		},
	},
]);
