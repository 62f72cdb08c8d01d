import { db } from "./db";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Orders one product from the supplier. They take most of a second for it, and longer on busy days: as long as the
 * table draft has a row of theirs, but never more than eight seconds. What they do is noted in the table comment.
 */
export async function askSupplier(productId: number): Promise<void> {
	const deadline = Date.now() + 8_000;
	await db.comment.create({ data: { postId: productId, author: "supplier", text: "asked" } });
	await pause(800);
	while (Date.now() < deadline && (await db.draft.count({ where: { owner: "supplier" } })) > 0) {
		await pause(50);
	}
	await db.comment.create({ data: { postId: productId, author: "supplier", text: "answered" } });
}
