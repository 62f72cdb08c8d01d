"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

const owner = "Ada";

/** Puts the note on the board. There is no draft of it any more. */
export async function publish(formData: FormData) {
	await db.message.create({ data: { name: owner, text: String(formData.get("text")) } });
	if (await db.draft.findUnique({ where: { owner } })) await db.draft.delete({ where: { owner } });
	revalidatePath("/");
}

/** Keeps the text for later, in place of the draft before. */
export async function saveDraft(formData: FormData) {
	const text = String(formData.get("text"));
	if (await db.draft.findUnique({ where: { owner } })) {
		await db.draft.update({ where: { owner }, data: { text } });
	} else {
		await db.draft.create({ data: { owner, text } });
	}
	revalidatePath("/");
}
