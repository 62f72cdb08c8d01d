"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function like(postId: number) {
	await db.like.create({ data: { postId, by: "A visitor" } });
	revalidatePath("/");
}
