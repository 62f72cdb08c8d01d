import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function holdJudge({ db }: CheckContext): Promise<{ go(): Promise<void> }> {
	const word = crypto.randomUUID();
	const say = async (what: "hold" | "go") => {
		const data = await db.read();
		const row = { id: 1, createdAt: "2026-05-02T00:00:00.000Z", owner: "judge", text: `${what} ${word}` };
		await db.replace({ ...data, draft: [row] });
	};
	await say("hold");
	return { go: () => say("go") };
}

export default defineClaims([
	{
		id: "one-call-at-a-time",
		statement:
			"Two actions called by one page run one after the other: the second begins when the first is done.",
		points: ["I2", "B11"],
		async run(context) {
			const { page, log, exchanges, expect } = context;
			const judge = await holdJudge(context);
			await page.goto("/claim");
			await page.getByRole("button", { name: "First" }).click();
			await log.waitFor(/judge: problem 1/, { timeoutMs: 10_000 });
			await page.getByRole("button", { name: "Second" }).click();
			await expect(page.getByTestId("state"), "Both are shown.").toHaveText(
				"0 answered, shown: first and second",
			);
			const begun = log.lines().filter(({ text }) => text.includes("judge: problem"));
			expect(begun, "The judge has heard of the first only.").toHaveLength(1);
			await judge.go();
			await log.waitFor(/judge: problem 2/, { timeoutMs: 10_000 });
			await exchanges.waitFor("the second call", ({ requestBody }) => requestBody.data.includes("2"), {
				timeoutMs: 15_000,
			});
			await expect(page.getByTestId("state"), "Afterwards nothing is hoped for.").toHaveText(
				"2 answered, shown: nothing",
			);
		},
	},
]);
