"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function sign(_count: number, formData: FormData) {
	await db.message.create({
		data: { name: String(formData.get("name")), text: String(formData.get("message")) },
	});
	revalidatePath("/");
	return db.message.count();
}
