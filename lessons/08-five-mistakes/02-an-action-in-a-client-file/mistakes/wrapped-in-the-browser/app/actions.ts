"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { LIMIT } from "./limit";

export async function answer(questionId: number, formData: FormData) {
	const text = String(formData.get("text")).slice(0, LIMIT);
	await db.comment.create({ data: { postId: questionId, author: "The shop", text } });
	revalidatePath("/");
}
