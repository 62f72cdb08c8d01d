"use server";

import { db } from "@/lib/db";

export async function like(postId: number): Promise<number> {
	await db.like.create({ data: { postId, by: "A visitor" } });
	return db.like.count();
}
