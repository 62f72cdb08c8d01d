"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function saveComment(formData: FormData) {
	const text = String(formData.get("text"));
	// Of which comment? await db.comment.update({ where: { id }, data: { text } });
	revalidatePath("/");
}

export async function deleteComment() {
	// Which one? await db.comment.delete({ where: { id } });
	revalidatePath("/");
}
