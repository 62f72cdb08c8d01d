import * as z from "zod";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

/** Everything the board does to its data, on behalf of whoever sent the request. Refusals are `false` or `null`. */
async function me(): Promise<string> {
	return (await currentVisitor())?.name ?? "";
}

export async function publish(title: string, body: string): Promise<number | null> {
	const author = await me();
	const good = z
		.object({ title: z.string().min(3).max(80), body: z.string().min(1) })
		.safeParse({ title, body });
	if (!author || !good.success) return null;
	return (await db.post.create({ data: { ...good.data, author } })).id;
}

export async function keep(text: string): Promise<boolean> {
	const owner = await me();
	if (!owner || !text) return false;
	await db.draft.create({ data: { owner, text } });
	return true;
}

export async function discard(id: number): Promise<void> {
	const owner = await me();
	if (await db.draft.findUnique({ where: { id, owner } })) await db.draft.delete({ where: { id, owner } });
}

export async function say(postId: number, text: string): Promise<void> {
	const author = await me();
	const post = await db.post.findUnique({ where: { id: postId } });
	if (author && post && text && text.length <= 500)
		await db.comment.create({ data: { postId, author, text } });
}

export async function like(postId: number, liked: boolean): Promise<void> {
	const by = await me();
	const post = await db.post.findUnique({ where: { id: postId } });
	if (!by || !post) return;
	const mine = await db.like.findUnique({ where: { postId, by } });
	if (liked && !mine) await db.like.create({ data: { postId, by } });
	if (mine && !liked) await db.like.delete({ where: { id: mine.id } });
}

export async function remove(id: number): Promise<boolean> {
	const author = await me();
	if (!author || !(await db.post.findUnique({ where: { id, author } }))) return false;
	await db.post.delete({ where: { id } });
	for (const table of [db.comment, db.like]) {
		for (const row of await table.findMany({ where: { postId: id } }))
			await table.delete({ where: { id: row.id } });
	}
	return true;
}
