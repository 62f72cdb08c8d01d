import { db } from "@/lib/db";

/**
 * Sends a letter, and takes its time about it: two seconds, as mail servers do. (Nothing is really sent.)
 *
 * A check can hold the letters back until it has looked at the page. It does so with a row of the table `draft`, whose
 * owner is "mail"; its text is "hold" or "go", and a word that tells one check from another.
 */
export async function sendMail(to: string): Promise<void> {
	console.log(`mail: to ${to} begins`);
	const first = await order();
	if (first === null) {
		await wait(2_000);
	} else {
		await untilGo(first.word);
	}
	console.log(`mail: to ${to} is sent`);
}

async function untilGo(word: string): Promise<void> {
	// Longer than any check waits: it only ends letters that nobody asks for any more.
	for (let waited = 0; waited < 30_000; waited += 20) {
		const now = await order();
		if (now?.word !== word) throw new Error("The letter was called off: the check that held it is over.");
		if (now.what === "go") return;
		await wait(20);
	}
	throw new Error("The letter was held for too long.");
}

async function order(): Promise<{ what: string; word: string } | null> {
	const row = await db.draft.findUnique({ where: { owner: "mail" } });
	if (row === null) return null;
	const [what = "", word = ""] = row.text.split(" ");
	return { what, word };
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
