"use server";

import { cookies } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
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
		const jar = await cookies();
		jar.set({ name: "author", value: values.author, maxAge: 60 * 60 * 24 * 365 });
		redirect(`/posts/${post.id}`);
	} catch (error) {
		unstable_rethrow(error);
		return { values, error: "That did not work. Is there a post with this title already?" };
	}
}
