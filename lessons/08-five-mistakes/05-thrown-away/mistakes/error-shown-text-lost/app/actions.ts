"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { currentReader, VOTES } from "@/lib/reader";

export interface SuggestState {
	error: string;
}

export async function suggest(_previous: SuggestState, formData: FormData): Promise<SuggestState> {
	const title = String(formData.get("title") ?? "").trim();
	const why = String(formData.get("why") ?? "").trim();
	const refuse = (error: string) => ({ error });

	if (why.length < 20) return refuse("Say a little more, please: twenty letters at least.");
	if (await db.post.findUnique({ where: { title } })) return refuse(`“${title}” is on the list already.`);

	const book = await db.post.create({ data: { title, body: why, author: await currentReader() } });
	redirect(`/books/${book.id}`);
}

/** Gives one of the reader's votes to a book. `error` says why it was refused. */
export async function vote(id: number): Promise<{ error: string }> {
	const by = await currentReader();
	if ((await db.like.count({ where: { by } })) >= VOTES) return { error: "You have given both of your votes." };

	await db.like.create({ data: { postId: id, by } });
	revalidatePath("/");
	return { error: "" };
}
