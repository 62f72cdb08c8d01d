"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";

export async function publish(formData: FormData) {
	await db.post.create({
		data: { title: String(formData.get("title")), body: "", author: String(formData.get("author")) },
	});
	refresh();
}

export async function like(postId: number) {
	await db.like.create({ data: { postId, by: "a reader" } });
	refresh();
}
