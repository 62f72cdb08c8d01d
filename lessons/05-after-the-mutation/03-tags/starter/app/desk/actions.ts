"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function publish(formData: FormData) {
	await db.post.create({
		data: { title: String(formData.get("title")), body: "", author: String(formData.get("author")) },
	});
	revalidatePath("/");
	revalidatePath("/desk");
}

export async function like(postId: number) {
	await db.like.create({ data: { postId, by: "a reader" } });
}
