"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { db } from "@/lib/db";

/** Stores a view of a post, one for each visitor, and gives how many it has now. */
export async function countView(postId: number): Promise<number> {
	const text = String(postId);
	const jar = await cookies();
	const name = `seen-${postId}`;
	if (!jar.has(name)) {
		jar.set(name, "yes", { httpOnly: true, sameSite: "lax" });
		await db.message.create({ data: { name: "view", text } });
	}
	return db.message.count({ where: { name: "view", text } });
}

export async function sendThanks(postId: number) {
	await db.message.create({ data: { name: "thanks", text: String(postId) } });
	revalidatePath(`/posts/${postId}`);
}
