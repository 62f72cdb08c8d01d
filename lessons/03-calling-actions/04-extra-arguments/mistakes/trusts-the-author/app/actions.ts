"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function saveComment(formData: FormData) {
	const id = await ownId(formData);
	if (id === null) return;
	await db.comment.update({ where: { id }, data: { text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function deleteComment(formData: FormData) {
	const id = await ownId(formData);
	if (id === null) return;
	await db.comment.delete({ where: { id } });
	revalidatePath("/");
}

async function ownId(formData: FormData): Promise<number | null> {
	const id = Number(formData.get("id"));
	const comment = await db.comment.findUnique({ where: { id } });
	return comment?.author === String(formData.get("author")) ? id : null;
}
