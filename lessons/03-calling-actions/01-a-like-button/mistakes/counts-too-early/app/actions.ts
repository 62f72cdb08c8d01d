"use server";

import { db } from "@/lib/db";

export async function like(postId: number): Promise<number> {
	const count = await db.like.count({ where: { postId } });
	await db.like.create({ data: { postId, by: "A visitor" } });
	return count;
}
