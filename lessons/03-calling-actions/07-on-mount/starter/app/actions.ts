"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

/** Stores one more view of a post and gives how many it has now. */
export async function countView(postId: number): Promise<number> {
	const text = String(postId);
	await db.message.create({ data: { name: "view", text } });
	return db.message.count({ where: { name: "view", text } });
}

export async function sendThanks(postId: number) {
	await db.message.create({ data: { name: "thanks", text: String(postId) } });
	revalidatePath(`/posts/${postId}`);
}
