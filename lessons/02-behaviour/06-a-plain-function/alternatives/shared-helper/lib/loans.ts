import { revalidatePath } from "next/cache";
import { db } from "./db";

export interface Answer {
	/** Why it was refused. */
	error?: string;
}

export async function takeBack(bookId: number): Promise<Answer> {
	const loan = await db.like.findUnique({ where: { postId: bookId } });
	if (!loan) return { error: "This book is not lent." };
	await db.like.delete({ where: { id: loan.id } });
	revalidatePath("/");
	return {};
}

export async function isLent(bookId: number): Promise<boolean> {
	return (await db.like.count({ where: { postId: bookId } })) > 0;
}

export async function lend(bookId: number): Promise<Answer> {
	if (await isLent(bookId)) return { error: "Somebody was faster." };
	if ((await db.like.count({ where: { by: "you" } })) > 0) return { error: "You have a book already." };
	await db.like.create({ data: { postId: bookId, by: "you" } });
	revalidatePath("/");
	return {};
}
