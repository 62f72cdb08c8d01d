import { db } from "@/lib/db";

/** No program can do this one, so nobody has. */
const UNSOLVABLE = "Will it ever halt?";

/**
 * Looks at what you have written for a problem, and takes two seconds to do it. Gives `null`, or why it is refused.
 *
 * A check can hold the judge until it has looked at the page. It does so with a row of the table `draft`, whose owner is
 * "judge"; its text is "hold" or "go", and a word that tells one check from another.
 */
export async function judge(id: number): Promise<string | null> {
	console.log(`judge: problem ${id} begins`);
	const first = await order();
	if (first === null) {
		await wait(2_000);
	} else {
		await untilGo(first.word);
	}
	const problem = await db.problem.findUnique({ where: { id } });
	const refusal = problem?.title === UNSOLVABLE ? "Nobody can have solved that one." : null;
	console.log(`judge: problem ${id} is ${refusal === null ? "accepted" : "refused"}`);
	return refusal;
}

async function untilGo(word: string): Promise<void> {
	// Longer than any check waits: it only ends calls that nobody asks for any more.
	for (let waited = 0; waited < 30_000; waited += 20) {
		const now = await order();
		if (now?.word !== word) throw new Error("The judge was called off: the check that held it is over.");
		if (now.what === "go") return;
		await wait(20);
	}
	throw new Error("The judge was held for too long.");
}

async function order(): Promise<{ what: string; word: string } | null> {
	const row = await db.draft.findUnique({ where: { owner: "judge" } });
	if (row === null) return null;
	const [what = "", word = ""] = row.text.split(" ");
	return { what, word };
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
