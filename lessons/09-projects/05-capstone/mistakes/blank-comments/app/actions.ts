"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

const postSchema = z.object({
	title: z.string().trim().min(3, "The title needs three letters.").max(80, "The title is too long."),
	body: z.string().trim().min(1, "Write something."),
});
const commentSchema = z.string().max(500);

export interface WriteState {
	values: { title: string; body: string };
	error: string;
}

async function requireVisitor() {
	const visitor = await currentVisitor();
	if (!visitor) throw new Error("Please sign in.");
	return visitor;
}

async function requirePost(id: number) {
	const post = await db.post.findUnique({ where: { id } });
	if (!post) throw new Error("There is no such post.");
	return post;
}

export async function write(_previous: WriteState, formData: FormData): Promise<WriteState> {
	const { name } = await requireVisitor();
	const values = { title: String(formData.get("title") ?? ""), body: String(formData.get("body") ?? "") };

	if (formData.get("intent") === "draft") {
		if (values.body.trim() === "") return { values, error: "Write something." };
		await db.draft.create({ data: { owner: name, text: values.body.trim() } });
		revalidatePath("/");
		return { values: { title: "", body: "" }, error: "" };
	}

	const parsed = postSchema.safeParse(values);
	if (!parsed.success) return { values, error: parsed.error.issues[0]?.message ?? "Please look again." };
	const post = await db.post.create({ data: { ...parsed.data, author: name } });
	revalidatePath("/");
	redirect(`/posts/${post.id}`);
}

export async function discardDraft(id: number) {
	const { name } = await requireVisitor();
	await db.draft.delete({ where: { id, owner: name } });
	revalidatePath("/");
}

export async function comment(postId: number, formData: FormData) {
	const { name } = await requireVisitor();
	const post = await requirePost(postId);
	const text = commentSchema.safeParse(formData.get("text"));
	if (!text.success) return;
	await db.comment.create({ data: { postId: post.id, author: name, text: text.data } });
	revalidatePath(`/posts/${post.id}`);
}

export async function setLike(postId: number, liked: boolean) {
	const { name } = await requireVisitor();
	const post = await requirePost(postId);
	const mine = await db.like.findUnique({ where: { postId: post.id, by: name } });
	if (liked && !mine) await db.like.create({ data: { postId: post.id, by: name } });
	if (!liked && mine) await db.like.delete({ where: { id: mine.id } });
	revalidatePath(`/posts/${post.id}`);
}

export async function deletePost(id: number) {
	const { name } = await requireVisitor();
	const post = await db.post.delete({ where: { id, author: name } });
	for (const { id } of await db.comment.findMany({ where: { postId: post.id } })) {
		await db.comment.delete({ where: { id } });
	}
	for (const { id } of await db.like.findMany({ where: { postId: post.id } })) {
		await db.like.delete({ where: { id } });
	}
	revalidatePath("/");
	redirect("/");
}
