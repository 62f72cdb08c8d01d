import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

const patience = { timeoutMs: 15_000 };

/** A badge while the printer is unplugged: its action throws. */
async function failToPrint({ page, db, expect }: CheckContext): Promise<void> {
	const outage = { id: 1, createdAt: "2026-05-04T08:00:00.000Z", title: "printer", solved: false };
	await db.replace({ ...(await db.read()), problem: [outage] });
	await page.goto("/desk");
	await page.getByLabel("Name").fill("Claim");
	await page.getByRole("button", { name: /^Print$/ }).click();
	await expect(
		page.getByRole("heading", { name: "That did not work" }),
		"The error page of app/desk is shown.",
	).toBeVisible(patience);
}

export default defineClaims([
	{
		id: "caught",
		statement:
			"The error of an action reaches the nearest error boundary when a form, useActionState or a transition of useTransition called it.",
		points: ["D3", "D5"],
		async run({ page, expect }) {
			for (const button of ["Form", "State", "Transition"]) {
				await page.goto("/claim");
				await page.getByRole("button", { name: button }).click();
				await expect(
					page.getByRole("heading", { name: "Something went wrong" }),
					`${button}: the error page is shown.`,
				).toBeVisible(patience);
			}
		},
	},
	{
		id: "not-caught",
		statement:
			"No boundary catches the error of an action that was called by an event handler, by an effect or in a startTransition imported from react.",
		points: ["D5"],
		async run({ page, expect }) {
			for (const button of ["Handler", "Effect", "Bare"]) {
				await page.goto("/claim");
				await page.getByRole("button", { name: button }).click();
				await expect
					.poll(() => page.errors().join(" "), `${button}: the browser has an uncaught error.`, patience)
					.toContain("claimed failure");
				await expect(page.getByText("Still here"), `${button}: the page stays as it was.`).toBeVisible();
			}
		},
	},
	{
		id: "message-stays-on-the-server",
		statement:
			"In a production build the browser gets a general text in place of the message, and a digest that stands in the server log beside the real one.",
		points: ["D3"],
		mode: "production",
		async run({ page, log, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Ask" }).click();
			const status = page.getByRole("status");
			await expect(status, "The browser has a digest and a text.").toHaveText(/^\d+: \S/, patience);
			const [seen = ""] = await status.textContents();
			expect(seen, "The text is not the message.").not.toContain("claimed failure");
			const digest = seen.split(":")[0] ?? "";
			await log.waitFor(/claimed failure/, patience);
			await log.waitFor(new RegExp(`digest: '${digest}'`), patience);
			expect(
				log.lines().some(({ text }) => text.includes(digest)),
				"The server log has the message and the same digest.",
			).toBe(true);
		},
	},
	{
		id: "suspense-never",
		statement: "Suspense does not catch the error of an action.",
		points: ["D3"],
		async run({ page, expect }) {
			await page.goto("/claim");
			await page.getByRole("button", { name: "Form" }).click();
			await expect(
				page.getByRole("heading", { name: "Something went wrong" }),
				"The error page around the Suspense is shown.",
			).toBeVisible(patience);
			await expect(page.getByText("The fallback"), "The fallback is not.").toHaveCount(0);
		},
	},
	{
		id: "inside-the-layout",
		statement: "error.tsx takes the place of the page and stands inside the layout of its own folder.",
		points: ["D3"],
		async run(context) {
			const { page, expect } = context;
			await failToPrint(context);
			await expect(
				page.getByRole("heading", { name: "Badge desk" }),
				"What the layout of app/desk shows is still there.",
			).toBeVisible();
			await expect(page.getByLabel("Name"), "The page is not.").toHaveCount(0);
		},
	},
	{
		id: "without-javascript",
		statement:
			"Without JavaScript a form whose action throws is answered with status 500, and error.tsx is not in the answer.",
		points: ["D5"],
		async run({ http, expect }) {
			const answer = await (await http.get("/claim"))
				.form("Form")
				.submit({}, { button: "Form", timeoutMs: 30_000 });
			expect(answer, "The status is 500.").toHaveStatus(500);
			expect(answer, "The app's own error page is not shown.").not.toShow("Something went wrong");
		},
	},
]);
