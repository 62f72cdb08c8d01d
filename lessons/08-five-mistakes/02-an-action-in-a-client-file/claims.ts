import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "bound-without-javascript",
		statement:
			"An action that a Client Component imports and binds with .bind works with JavaScript off, as long as it goes straight to the form.",
		points: ["H2", "C8"],
		async run({ http, db, expect }) {
			const form = (await http.get("/")).form("Answer question 2");
			expect(form.isServerAction, "The browser itself can send the form.").toBe(true);
			await form.submit({ text: "On a lead." });
			const { postId, text } = (await db.table("comment")).at(-1) ?? {};
			expect([postId, text], "The action got the bound number and the form.").toEqual([2, "On a lead."]);
		},
	},
	{
		id: "one-breaks-all",
		statement:
			"In development one file that does not compile takes every page down as soon as somebody asks for it, and none before.",
		points: ["H2", "A6"],
		async run({ http, expect }) {
			const timeoutMs = 30_000;
			expect(await http.get("/hours", { timeoutMs }), "Nobody has asked for the file yet.").toHaveStatus(200);
			expect(await http.get("/claim", { timeoutMs }), "The page with the file fails.").toHaveStatus(500);
			await expect
				.poll(async () => (await http.get("/hours", { timeoutMs })).status, "Now the other page fails, too.")
				.toBe(500);
		},
	},
]);
