import { db, type Post } from "@/lib/db";

/** Stores a post, or returns `null` when there is one with this title already. */
export async function savePost(data: Pick<Post, "title" | "body" | "author">): Promise<Post | null> {
	const taken = await db.post.count({ where: { title: data.title } });
	return taken > 0 ? null : db.post.create({ data });
}
