"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function saveComment(id: number, formData: FormData) {
	await db.comment.update({ where: { id }, data: { text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function deleteComment(id: number) {
	await db.comment.delete({ where: { id } });
	revalidatePath("/");
}
