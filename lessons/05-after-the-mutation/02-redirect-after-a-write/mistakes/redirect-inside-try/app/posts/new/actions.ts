"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { savePost } from "@/lib/posts";

export interface PostState {
	values: { title: string; body: string; author: string };
	error: string;
}

export async function createPost(_previous: PostState, formData: FormData): Promise<PostState> {
	const values = {
		title: String(formData.get("title")),
		body: String(formData.get("body")),
		author: String(formData.get("author")),
	};

	try {
		const post = await savePost(values);
		(await cookies()).set("author", values.author, { httpOnly: true, sameSite: "lax", path: "/" });
		redirect(`/posts/${post.id}`);
	} catch (error) {
		return { values, error: error instanceof Error ? error.message : "The post could not be saved." };
	}
}
