"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export interface Answer {
	/** Why it was refused. */
	error?: string;
}

/** Somebody has brought the book back. */
export async function giveBack(bookId: number): Promise<Answer> {
	const loan = await db.like.findUnique({ where: { postId: bookId } });
	if (!loan) return { error: "This book is not lent." };
	await db.like.delete({ where: { id: loan.id } });
	revalidatePath("/");
	return {};
}

/** Lends you a book. */
export async function borrow(bookId: number): Promise<Answer> {
	const loans = await db.like.findMany();
	if (loans.some((loan) => loan.postId === bookId)) return { error: "Somebody was faster." };
	await db.like.create({ data: { postId: bookId, by: "you" } });
	revalidatePath("/");
	return {};
}

export async function swap(oldId: number, wantedId: number): Promise<Answer> {
	const lent = await borrow(wantedId);
	if (!lent.error) await giveBack(oldId);
	return lent;
}
