"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

/** What every form here is about: the visitor's own draft. Sends everybody else to the front page. */
async function readRequest(formData: FormData) {
	const visitor = await currentVisitor();
	const draft = await db.draft.findUnique({ where: { id: Number(formData.get("id")) } });
	if (!visitor || !draft || draft.owner !== visitor.name) redirect("/");
	return { id: draft.id, text: String(formData.get("text")) };
}

export async function addDraft(formData: FormData) {
	const visitor = await currentVisitor();
	if (!visitor) redirect("/");
	await db.draft.create({ data: { owner: visitor.name, text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function saveDraft(formData: FormData) {
	const { id, text } = await readRequest(formData);
	await db.draft.update({ where: { id }, data: { text } });
	revalidatePath("/");
}

export async function deleteDraft(formData: FormData) {
	const { id } = await readRequest(formData);
	await db.draft.delete({ where: { id } });
	revalidatePath("/");
}
