import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "missing-is-cached",
		statement: "unstable_cache keeps a null like any other answer.",
		points: ["I4", "E2"],
		async run({ http, db, expect }) {
			expect(await http.get("/claim"), "There is no message.").toShow(/first message is\s*missing/);
			const written = await (await http.get("/claim/write")).form("Write").submit();
			expect(written, "A message is written.").toHaveStatus(200);
			expect((await db.table("message"))[0]?.text, "It is in the database.").toBe("here now");
			expect(await http.get("/claim"), "The page still has the null.").toShow(/first message is\s*missing/);
		},
	},
	{
		id: "select-keeps-first",
		statement:
			"After an action a select shows what it showed at its first render, even when defaultValue has changed, and even when its value is kept in state; with a key that changes along, it shows the new default.",
		points: ["I4", "C9"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByLabel("Plain").selectOption("Kitchen");
			await page.getByLabel("In state").selectOption("Kitchen");
			await page.getByRole("button", { name: "Send" }).click();
			await expect(page, "The action is done.").toContainText(/Refused:\s*1/, { timeoutMs: 15_000 });
			await expect(page.getByLabel("With a key"), "The one with a key.").toHaveValue("Kitchen");
			await expect(page.getByLabel("Plain"), "The one without.").toHaveValue("Hall");
			await expect(page.getByLabel("In state"), "The one in state.").toHaveValue("Hall");
		},
	},
]);
