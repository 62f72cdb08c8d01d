"use server";

import { db } from "@/lib/db";

/** Stores one more like of a post and gives how many it has now. */
export async function like(postId: number): Promise<number> {
	await db.like.create({ data: { postId, by: "A visitor" } });
	return db.like.count({ where: { postId } });
}
