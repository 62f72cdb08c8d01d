"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function pin(formData: FormData) {
	await db.message.create({ data: { name: "Staff", text: String(formData.get("text")) } });
	revalidatePath("/", "layout");
}

export async function takeDown(id: number) {
	await db.message.delete({ where: { id } });
	revalidatePath("/", "layout");
}
