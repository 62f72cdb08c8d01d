"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function pinNote(formData: FormData) {
	const text = formData.get("text");
	if (typeof text !== "string" || text.trim() === "") return;
	await db.message.create({ data: { name: "note", text } });
	revalidatePath("/");
}

/** @internal */
export async function _readNotes() {
	return db.message.findMany({ orderBy: { id: "asc" } });
}

/** @internal */
export async function _takeAllDown() {
	for (const { id } of await _readNotes()) await db.message.delete({ where: { id } });
}
