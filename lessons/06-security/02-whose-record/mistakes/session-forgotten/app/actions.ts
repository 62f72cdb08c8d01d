"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function addDraft(formData: FormData) {
	await db.draft.create({ data: { owner: String(formData.get("owner")), text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function saveDraft(id: number, formData: FormData) {
	await db.draft.update({ where: { id }, data: { text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function deleteDraft(id: number) {
	await db.draft.delete({ where: { id } });
	revalidatePath("/");
}
