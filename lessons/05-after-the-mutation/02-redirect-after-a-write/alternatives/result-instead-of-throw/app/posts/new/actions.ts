"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { RedirectType, redirect } from "next/navigation";
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

	const post = await savePost(values);
	if (!post) return { values, error: "This title is taken." };

	const cookieStore = await cookies();
	cookieStore.set("author", post.author);
	revalidatePath("/");
	redirect(`/posts/${post.id}`, RedirectType.replace);
}
