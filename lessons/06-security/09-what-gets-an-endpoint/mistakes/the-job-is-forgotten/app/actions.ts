"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function pinNote(formData: FormData) {
	const text = formData.get("text");
	if (typeof text !== "string" || text.trim() === "") return;
	await db.message.create({ data: { name: "note", text } });
	revalidatePath("/");
}
