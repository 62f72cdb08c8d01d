"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export const limits = { tip: 80 };

export async function addTip(formData: FormData) {
	const text = String(formData.get("text"));
	if (text.length > limits.tip) return;
	await db.message.create({ data: { name: "tip", text } });
	revalidatePath("/");
}
