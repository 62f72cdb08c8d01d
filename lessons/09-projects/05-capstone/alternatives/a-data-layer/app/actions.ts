"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import * as board from "@/lib/board";

export interface WriteState {
	values: { title: string; body: string };
	error: string;
}

const text = (formData: FormData, name: string) => String(formData.get(name) ?? "").trim();

export async function write(_previous: WriteState, formData: FormData): Promise<WriteState> {
	const values = { title: text(formData, "title"), body: text(formData, "body") };
	if (formData.get("intent") === "draft") {
		if (!(await board.keep(values.body))) return { values, error: "That could not be kept." };
		revalidatePath("/");
		return { values: { title: "", body: "" }, error: "" };
	}
	const id = await board.publish(values.title, values.body);
	if (id === null) return { values, error: "A post has a title of 3 to 80 letters, and a text." };
	revalidatePath("/", "layout");
	redirect(`/posts/${id}`);
}

export async function discardDraft(formData: FormData) {
	await board.discard(Number(formData.get("draft")));
	revalidatePath("/", "layout");
}

export async function comment(formData: FormData) {
	await board.say(Number(formData.get("post")), text(formData, "text"));
	revalidatePath("/", "layout");
}

export async function setLike(formData: FormData) {
	await board.like(Number(formData.get("post")), formData.get("like") === "yes");
	revalidatePath("/", "layout");
}

export async function deletePost(formData: FormData) {
	if (!(await board.remove(Number(formData.get("post"))))) return;
	revalidatePath("/", "layout");
	redirect("/");
}
