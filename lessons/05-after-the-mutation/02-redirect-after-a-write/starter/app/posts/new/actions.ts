"use server";

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
		await savePost(values);
	} catch (error) {
		return { values, error: error instanceof Error ? error.message : "The post could not be saved." };
	}

	return { values, error: "" };
}
