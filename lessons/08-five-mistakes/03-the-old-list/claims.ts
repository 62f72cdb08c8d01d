import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "unknown-tag",
		statement: "A tag that no data has is no error: the action ends well, and what is cached stays.",
		points: ["H3", "E2"],
		async run({ http, log, expect }) {
			const page = await http.get("/claim");
			const pear = page.document.querySelector("p")?.textContent ?? "";
			expect(await page.form("Wrong tag").submit(), "The action ends well.").toHaveStatus(200);
			expect(await http.get("/claim"), "What is cached has stayed.").toShow(pear);
			const complaints = log.lines().filter(({ text }) => /pear|tag/i.test(text));
			expect(complaints, "The server log says nothing about it.").toHaveLength(0);
			await page.form("Right tag").submit();
			expect(await http.get("/claim"), "The right tag throws it away.").not.toShow(pear);
		},
	},
	{
		id: "page-looks-right",
		statement: "The page that is open is rendered again all the same, so that it looks right.",
		points: ["H3", "E3"],
		async run({ page, exchanges, expect }) {
			await page.goto("/claim");
			await expect(page, "At first there is no row.").toContainText(/Rows:\s*0/);
			await page.markDocument();
			await page.getByRole("button", { name: "Write" }).click();
			await exchanges.waitFor("the action", ({ method }) => method === "POST");
			await expect(page, "The open page has the new row.").toContainText(/Rows:\s*1/);
			expect(await page.isSameDocument(), "The document is the same.").toBe(true);
		},
	},
]);
