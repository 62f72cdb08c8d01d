import { db } from "@/lib/db";

const asOf = () => new Date().toISOString();

export const getLatest = async () => ({
	posts: await db.post.findMany({ orderBy: { createdAt: "desc" }, take: 5 }),
	asOf: asOf(),
});

export const getArchive = async () => ({
	titles: (await db.post.findMany()).map((post) => post.title),
	asOf: asOf(),
});

export const getAuthors = async () => ({
	names: [...new Set((await db.post.findMany()).map((post) => post.author))],
	asOf: asOf(),
});

export const getRanking = async () => {
	const likes = await db.like.findMany();
	const posts = (await db.post.findMany()).map(({ id, title }) => ({
		id,
		title,
		likes: likes.filter((like) => like.postId === id).length,
	}));
	return { posts: posts.toSorted((a, b) => b.likes - a.likes), asOf: asOf() };
};
