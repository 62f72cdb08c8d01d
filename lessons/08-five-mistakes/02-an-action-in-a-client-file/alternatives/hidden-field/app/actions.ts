"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";

export async function answer(sent: number, formData: FormData): Promise<number> {
	const question = await db.post.findUnique({ where: { id: Number(formData.get("question")) } });
	if (!question) throw new Error("There is no such question.");
	await db.comment.create({
		data: { postId: question.id, author: "The shop", text: String(formData.get("text")).slice(0, 100) },
	});
	refresh();
	return sent + 1;
}
