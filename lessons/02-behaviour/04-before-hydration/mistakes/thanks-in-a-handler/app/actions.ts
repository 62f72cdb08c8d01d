"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function report(formData: FormData) {
	await db.message.create({
		data: { name: String(formData.get("name")), text: String(formData.get("thing")) },
	});
	revalidatePath("/");
}
