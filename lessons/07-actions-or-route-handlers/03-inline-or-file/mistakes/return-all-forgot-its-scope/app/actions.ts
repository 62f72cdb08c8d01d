"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function borrow(formData: FormData) {
	if ((await db.message.count()) >= 2) return;
	await db.message.create({ data: { name: "loan", text: String(formData.get("title")) } });
	revalidatePath("/", "layout");
}

export async function returnAll(formData: FormData) {
	for (const id of formData.getAll("id")) await db.message.delete({ where: { id: Number(id) } });
	revalidatePath("/", "layout");
}
