"use server";

import { revalidateTag, updateTag } from "next/cache";
import { db } from "@/lib/db";

export async function publish(formData: FormData) {
	await db.post.create({
		data: { title: String(formData.get("title")), body: "", author: String(formData.get("author")) },
	});
	for (const tag of ["front", "archive", "authors"]) updateTag(tag);
}

export async function like(postId: number) {
	await db.like.create({ data: { postId, by: "a reader" } });
	revalidateTag("likes", "max");
}
