"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function addTip(formData: FormData) {
	const text = String(formData.get("text"));
	await db.message.create({ data: { name: "tip", text } });
	revalidatePath("/");
}
