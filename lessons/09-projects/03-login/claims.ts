import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "cookie-before-redirect",
		statement:
			"A cookie that is set before the redirect travels with the same answer, and the page that the redirect leads to reads it already.",
		points: ["I3", "E6"],
		async run({ http, page, exchanges, expect }) {
			const answer = await (await http.get("/claim")).form("Enter").submit();
			expect(answer, "Without JavaScript the answer is a redirect.").toRedirectTo("/claim/inside");
			expect(answer, "It sets the cookie as well.").toSetCookie("stamp", { httpOnly: true, value: "blue" });
			await page.goto("/claim");
			await page.getByRole("button", { name: "Enter" }).click();
			await expect(page, "With JavaScript the next page has it.").toContainText(/The stamp is\s*blue/, {
				timeoutMs: 20_000,
			});
			const call = await exchanges.waitFor("the call of the browser", ({ requestHeaders }) =>
				requestHeaders.some(([name]) => name.toLowerCase() === "next-action"),
			);
			expect(call.responseBody.data, "It came with the action's own answer.").toMatch(/blue/);
		},
	},
]);
