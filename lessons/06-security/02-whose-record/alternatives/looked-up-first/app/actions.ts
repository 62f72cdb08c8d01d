"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

/** The visitor's own draft with this id. Somebody else's looks the same as none. */
async function ownDraft(id: number) {
	const [visitor, draft] = await Promise.all([currentVisitor(), db.draft.findUnique({ where: { id } })]);
	if (!visitor || draft?.owner !== visitor.name) notFound();
	return draft;
}

export async function addDraft(formData: FormData) {
	const visitor = await currentVisitor();
	if (!visitor) return;
	await db.draft.create({ data: { owner: visitor.name, text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function saveDraft(id: number, formData: FormData) {
	const draft = await ownDraft(id);
	await db.draft.update({ where: { id: draft.id }, data: { text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function deleteDraft(id: number) {
	const draft = await ownDraft(id);
	await db.draft.delete({ where: { id: draft.id } });
	revalidatePath("/");
}
