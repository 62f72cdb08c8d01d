import { unstable_cache } from "next/cache";
import { db } from "@/lib/db";

const asOf = () => new Date().toISOString();

/** The front page, and the list on the desk. */
export const getLatest = unstable_cache(
	async () => ({ posts: await db.post.findMany({ orderBy: { createdAt: "desc" }, take: 5 }), asOf: asOf() }),
	["latest"],
	{ tags: ["posts"] },
);

/** Every title ever printed. */
export const getArchive = unstable_cache(
	async () => ({ titles: (await db.post.findMany()).map((post) => post.title), asOf: asOf() }),
	["archive"],
	{ tags: ["posts"] },
);

/** Who writes for us. */
export const getAuthors = unstable_cache(
	async () => ({ names: [...new Set((await db.post.findMany()).map((post) => post.author))], asOf: asOf() }),
	["authors"],
	{ tags: ["posts"] },
);

/** The posts with their likes, the best loved first. It takes a while to work out. */
export const getRanking = unstable_cache(
	async () => {
		const likes = await db.like.findMany();
		const posts = (await db.post.findMany()).map(({ id, title }) => ({
			id,
			title,
			likes: likes.filter((like) => like.postId === id).length,
		}));
		return { posts: posts.toSorted((a, b) => b.likes - a.likes), asOf: asOf() };
	},
	["ranking"],
	{ tags: ["likes"] },
);
