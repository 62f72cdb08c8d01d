"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { MAX_LENGTH } from "./limits";

export async function addTip(formData: FormData) {
	const text = String(formData.get("text"));
	if (text.length > MAX_LENGTH) return;
	await db.message.create({ data: { name: "tip", text } });
	revalidatePath("/");
}
