"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function order(formData: FormData) {
	await db.message.create({ data: { name: "order", text: String(formData.get("drink")) } });
	revalidatePath("/");
}
