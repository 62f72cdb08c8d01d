"use server";

import { db } from "@/lib/db";

/** Stores one more like of a post. */
export async function like(postId: number) {
	await db.like.create({ data: { postId, by: "A visitor" } });
}
