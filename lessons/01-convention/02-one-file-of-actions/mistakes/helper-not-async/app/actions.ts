"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { MAX_LENGTH } from "./limits";

export function isTooLong(text: string) {
	return text.length > MAX_LENGTH;
}

export async function addTip(formData: FormData) {
	const text = String(formData.get("text"));
	if (isTooLong(text)) return;
	await db.message.create({ data: { name: "tip", text } });
	revalidatePath("/");
}
