import { db, type Post } from "@/lib/db";

/** Stores a post. Throws when there is one with this title already. */
export async function savePost(data: Pick<Post, "title" | "body" | "author">): Promise<Post> {
	if (await db.post.findUnique({ where: { title: data.title } })) {
		throw new Error(`There is a post called "${data.title}" already.`);
	}
	return db.post.create({ data });
}
