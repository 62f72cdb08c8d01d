"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { currentReader, VOTES } from "@/lib/reader";
import { Refused } from "@/lib/refused";

/** Runs `work`. What it refuses becomes an answer; everything else stays thrown, redirects included. */
async function answer<T>(work: () => Promise<T>): Promise<T | { error: string }> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refused) return { error: error.message };
		throw error;
	}
}

export async function suggest(_previous: unknown, formData: FormData) {
	const typed = { title: String(formData.get("title")), why: String(formData.get("why")) };
	const result = await answer(async () => {
		if (typed.why.trim().length < 20) throw new Refused("Say a little more, please.");
		if (await db.post.findUnique({ where: { title: typed.title } })) throw new Refused("We have that one.");
		const book = await db.post.create({
			data: { title: typed.title, body: typed.why, author: await currentReader() },
		});
		redirect(`/books/${book.id}`);
	});
	return { ...typed, ...result };
}

export async function vote(id: number) {
	return answer(async () => {
		const by = await currentReader();
		if ((await db.like.count({ where: { by } })) >= VOTES) throw new Refused("No votes left.");
		await db.like.create({ data: { postId: id, by } });
		revalidatePath("/");
		return { error: "" };
	});
}
