"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

async function requireVisitor() {
	const visitor = await currentVisitor();
	if (!visitor) throw new Error("Please sign in.");
	return visitor;
}

export async function addDraft(formData: FormData) {
	const visitor = await requireVisitor();
	await db.draft.create({ data: { owner: visitor.name, text: String(formData.get("text")) } });
	revalidatePath("/");
}

export async function saveDraft(id: number, formData: FormData) {
	const visitor = await requireVisitor();
	await db.draft.update({
		where: { id, owner: visitor.name },
		data: { text: String(formData.get("text")) },
	});
	revalidatePath("/");
}

export async function deleteDraft(id: number) {
	const visitor = await requireVisitor();
	await db.draft.delete({ where: { id, owner: visitor.name } });
	revalidatePath("/");
}
