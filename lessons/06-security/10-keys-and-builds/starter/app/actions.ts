"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function saveStory(formData: FormData): Promise<void> {
	const text = String(formData.get("story"));
	if (text.includes("dragon")) throw new Error("The storage does not take dragons.");
	await db.message.create({ data: { name: "story", text } });
	revalidatePath("/");
}
