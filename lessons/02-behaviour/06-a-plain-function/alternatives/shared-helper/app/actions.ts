"use server";

import * as loans from "@/lib/loans";

export type Answer = loans.Answer;

export async function giveBack(bookId: number): Promise<Answer> {
	return loans.takeBack(bookId);
}

export async function borrow(bookId: number): Promise<Answer> {
	return loans.lend(bookId);
}

export async function swap(oldId: number, wantedId: number): Promise<Answer> {
	if (await loans.isLent(wantedId)) return { error: "Somebody was faster." };
	await loans.takeBack(oldId);
	return loans.lend(wantedId);
}
