import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function holdMail({ db }: CheckContext): Promise<{ go(): Promise<void> }> {
	const word = crypto.randomUUID();
	const say = async (what: "hold" | "go") => {
		const data = await db.read();
		const row = { id: 1, createdAt: "2026-04-02T00:00:00.000Z", owner: "mail", text: `${what} ${word}` };
		await db.replace({ ...data, draft: [row] });
	};
	await say("hold");
	return { go: () => say("go") };
}

export default defineClaims([
	{
		id: "only-below-the-form",
		statement:
			"useFormStatus tells of the form above the component that calls it; in the component that renders the form it always says that nothing is pending.",
		points: ["C5"],
		async run(context) {
			const { page, log, expect } = context;
			const mail = await holdMail(context);
			await page.goto("/claim");
			await page.getByLabel("Name").fill("Anna");
			await page.getByRole("button", { name: "Send" }).click();
			await log.waitFor(/mail: to Anna begins/, { timeoutMs: 10_000 });
			await expect(page.getByTestId("inside"), "Inside the form it is pending.").toHaveText("pending");
			await expect(page.getByTestId("around"), "At the same moment, around the form, it is not.").toHaveText(
				"quiet",
			);
			await mail.go();
			await expect(page.getByTestId("inside"), "When the action is done, it is not pending.").toHaveText(
				"quiet",
			);
		},
	},
	{
		id: "what-is-being-sent",
		statement: "While the form is sent, useFormStatus also has the data that is being sent.",
		points: ["C5"],
		async run(context) {
			const { page, expect } = context;
			const mail = await holdMail(context);
			await page.goto("/claim");
			await page.getByLabel("Name").fill("Anna");
			await page.getByRole("button", { name: "Send" }).click();
			await expect(page.getByTestId("inside"), "The name comes from data.get(…).").toHaveText(
				"Inviting Anna",
			);
			await mail.go();
			await expect(page.getByTestId("inside"), "Afterwards there is no data.").toHaveText("quiet");
		},
	},
	{
		id: "pending-until-the-end",
		statement:
			"isPending is true until the async function given to startTransition is done, however many actions it awaits.",
		points: ["C4"],
		async run(context) {
			const { page, log, expect } = context;
			const mail = await holdMail(context);
			await page.goto("/claim");
			await expect(page.getByTestId("state"), "At first nothing is pending.").toHaveText("quiet");
			await page.getByRole("button", { name: "Both" }).click();
			await log.waitFor(/mail: to Anna begins/, { timeoutMs: 10_000 });
			await expect(page.getByTestId("state"), "While the first action runs, it is pending.").toHaveText(
				"pending",
			);
			await mail.go();
			await log.waitFor(/mail: to Boris is sent/, { timeoutMs: 10_000 });
			await expect(page.getByTestId("state"), "After the second it is not.").toHaveText("quiet");
		},
	},
	{
		id: "second-waits",
		statement:
			"An action called while another one of the same page runs is neither dropped nor sent at once: it is sent when the first is done.",
		points: ["C4", "B11"],
		async run(context) {
			const { page, log, db, expect } = context;
			const mail = await holdMail(context);
			await page.goto("/claim");
			await page.getByRole("button", { name: "Both" }).click();
			await log.waitFor(/mail: to Anna begins/, { timeoutMs: 10_000 });
			await mail.go();
			await log.waitFor(/mail: to Boris is sent/, { timeoutMs: 10_000 });
			const lines = log
				.lines()
				.map((line) => /mail: to .*/.exec(line.text)?.[0])
				.filter((line) => line !== undefined);
			expect(lines, "The second began after the first had ended.").toEqual([
				"mail: to Anna begins",
				"mail: to Anna is sent",
				"mail: to Boris begins",
				"mail: to Boris is sent",
			]);
			const reminded = async () =>
				(await db.table("message")).filter((row) => row.text === "reminded").map((row) => row.name);
			await expect.poll(reminded, "Both have run.").toEqual(["Anna", "Boris"]);
		},
	},
]);
