import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function holdStorage({ db }: CheckContext): Promise<{ go(): Promise<void> }> {
	const word = crypto.randomUUID();
	const say = async (what: "hold" | "go") => {
		const data = await db.read();
		const others = (data.draft ?? []).filter((row) => row.owner !== "storage");
		const row = { id: 99, createdAt: "2026-08-02T00:00:00.000Z", owner: "storage", text: `${what} ${word}` };
		await db.replace({ ...data, draft: [...others, row] });
	};
	await say("hold");
	return { go: () => say("go") };
}

function storageLines({ log }: CheckContext): string[] {
	return log.lines().flatMap(({ text }) => /(storage|greet): .*/.exec(text)?.[0] ?? []);
}

export default defineClaims([
	{
		id: "each-key-a-call",
		statement: "onChange comes with every key, and each call of an action in it is a request of its own.",
		points: ["C2", "B4"],
		async run(context) {
			const { page, exchanges, expect } = context;
			const storage = await holdStorage(context);
			await storage.go();
			await page.goto("/claim");
			await page.getByLabel("Word").pressSequentially("hello");
			await expect(page.getByText("Answers: 5"), "Five keys, five answers.").toBeVisible({
				timeoutMs: 10_000,
			});
			const bodies = () => exchanges.actions().map((exchange) => JSON.parse(exchange.requestBody.data)[0]);
			await expect
				.poll(bodies, "Each request had the text of its moment.")
				.toEqual(["h", "he", "hel", "hell", "hello"]);
		},
	},
	{
		id: "in-order",
		statement:
			"The calls of one page are sent one after the other, in the order in which they were made: a newer text is never overwritten by an older one.",
		points: ["C2", "B11"],
		async run(context) {
			const { page, db, log, expect } = context;
			const storage = await holdStorage(context);
			await page.goto("/claim");
			await page.getByLabel("Word").pressSequentially("abc");
			await log.waitFor(/storage: "a" begins/, { timeoutMs: 10_000 });
			await storage.go();
			await log.waitFor(/storage: "abc" is stored/, { timeoutMs: 10_000 });
			expect(storageLines(context), "Each began when the one before was done.").toEqual([
				'storage: "a" begins',
				'storage: "a" is stored',
				'storage: "ab" begins',
				'storage: "ab" is stored',
				'storage: "abc" begins',
				'storage: "abc" is stored',
			]);
			const row = (await db.table("draft")).find(({ owner }) => owner === "Ada");
			expect(row?.text, "The newest text is stored.").toBe("abc");
		},
	},
	{
		id: "others-wait",
		statement:
			"An action that is called meanwhile, by a button for instance, waits until the saves before it are done.",
		points: ["C2", "B11"],
		async run(context) {
			const { page, log, expect } = context;
			const storage = await holdStorage(context);
			await page.goto("/claim");
			await page.getByLabel("Word").pressSequentially("ab");
			await page.getByRole("button", { name: "Greet" }).click();
			await log.waitFor(/storage: "a" begins/, { timeoutMs: 10_000 });
			await storage.go();
			await log.waitFor(/greet: begins/, { timeoutMs: 10_000 });
			expect(storageLines(context), "The greeting came last.").toEqual([
				'storage: "a" begins',
				'storage: "a" is stored',
				'storage: "ab" begins',
				'storage: "ab" is stored',
				"greet: begins",
			]);
		},
	},
]);
