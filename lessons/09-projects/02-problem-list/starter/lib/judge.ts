import { db } from "@/lib/db";

/**
 * Looks at a solution, and takes two seconds to do it. Gives `null`, or why it is refused. Once in a while the judge
 * cannot be reached, and this throws.
 */
export async function judge(id: number): Promise<string | null> {
	await think(`problem ${id}`);
	const problem = await db.problem.findUnique({ where: { id } });
	if (problem === null) return "There is no such problem.";
	if (problem.title === "Crash the judge") throw new Error("connect ECONNREFUSED judge-2.internal:7070");
	return problem.title === "Prove that P is NP" ? "There is a gap on page 2." : null;
}

/** Looks at the title of a new problem, with the same care. Gives `null`, or why it is refused. */
export async function judgeTitle(title: string): Promise<string | null> {
	await think("a title");
	const known = await db.problem.findUnique({ where: { title } });
	return known === null ? null : "It is on the list already.";
}

/**
 * Two seconds; or as long as a check wants it. A check holds the judge, to look at the page in the meantime, with a row of
 * the table `draft`, whose owner is "judge"; its text is "hold" or "go", and a word that tells one check from another.
 */
async function think(about: string): Promise<void> {
	console.log(`judge: ${about}`);
	const first = await order();
	if (first === null) return wait(2_000);
	// Longer than any check waits: it only ends calls that nobody asks for any more.
	for (let waited = 0; waited < 30_000; waited += 20) {
		const now = await order();
		if (now?.word !== first.word) throw new Error("The judge was called off: the check that held it is over.");
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
