"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { currentReader, VOTES } from "@/lib/reader";
import { type Result, refused } from "@/lib/result";

export async function suggest(title: string, why: string): Promise<Result> {
	if (why.trim().length < 20) return refused("A little more, please.");
	if (await db.post.findUnique({ where: { title: title.trim() } })) return refused("We have that one.");

	const { id } = await db.post.create({
		data: { title: title.trim(), body: why.trim(), author: await currentReader() },
	});
	redirect(`/books/${id}`);
}

export async function vote(id: number, _previous: Result | null): Promise<Result> {
	const by = await currentReader();
	const given = await db.like.findMany({ where: { by } });
	if (given.length >= VOTES) return refused("No votes left.");

	await db.like.create({ data: { postId: id, by } });
	revalidatePath("/", "layout");
	return { ok: true };
}
