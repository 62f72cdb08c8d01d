import { db } from "@/lib/db";

/**
 * Stores the draft of a letter. It takes half a second, as if the database were far away.
 *
 * A check can hold the storage until it has looked at the page. It does so with a row of the table `draft`, whose owner
 * is "storage"; its text is "hold", "go" or "only", a word that tells one check from another, and for "only" the draft that may pass.
 */
export async function storeDraft(text: string): Promise<void> {
	console.log(`storage: "${text}" begins`);
	const first = await order();
	if (first === null) {
		await wait(500);
	} else {
		await untilGo(first.word, text);
	}
	await db.draft.update({ where: { owner: "Ada" }, data: { text } });
	console.log(`storage: "${text}" is stored`);
}

async function untilGo(word: string, text: string): Promise<void> {
	// Longer than any check waits: it only ends calls that nobody asks for any more.
	for (let waited = 0; waited < 30_000; waited += 20) {
		const now = await order();
		if (now?.word !== word) throw new Error("The storage was called off: the check that held it is over.");
		if (now.what === "go" || (now.what === "only" && now.draft === text)) return;
		await wait(20);
	}
	throw new Error("The storage was held for too long.");
}

async function order(): Promise<{ what: string; word: string; draft: string } | null> {
	const row = await db.draft.findUnique({ where: { owner: "storage" } });
	if (row === null) return null;
	const [what = "", word = "", ...rest] = row.text.split(" ");
	return { what, word, draft: rest.join(" ") };
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
