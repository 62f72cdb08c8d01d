"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

async function requireVisitor() {
	const visitor = await currentVisitor();
	if (!visitor) throw new Error("Please sign in.");
}

export async function addDraft(formData: FormData) {
	await requireVisitor();
	await db.draft.create({ data: { owner: String(formData.get("owner")), text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function saveDraft(id: number, formData: FormData) {
	await requireVisitor();
	await db.draft.update({ where: { id }, data: { text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function deleteDraft(id: number) {
	await requireVisitor();
	await db.draft.delete({ where: { id } });
	revalidatePath("/");
}
