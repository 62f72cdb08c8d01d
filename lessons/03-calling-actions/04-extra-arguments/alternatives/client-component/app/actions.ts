"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

export async function saveComment(id: number, formData: FormData) {
	await requireOwn(id);
	await db.comment.update({ where: { id }, data: { text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function deleteComment(id: number) {
	await requireOwn(id);
	await db.comment.delete({ where: { id } });
	revalidatePath("/");
}

/** Throws unless the comment belongs to the visitor. The id came from a browser and may be any. */
async function requireOwn(id: number): Promise<void> {
	const comment = await db.comment.findUnique({ where: { id } });
	if (comment?.author !== (await currentVisitor())) throw new Error("This comment is not yours.");
}
