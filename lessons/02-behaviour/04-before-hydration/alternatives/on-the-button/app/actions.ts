"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function report(_thanks: string, formData: FormData) {
	const name = String(formData.get("name"));
	await db.message.create({ data: { name, text: String(formData.get("thing")) } });
	revalidatePath("/");
	return `Thank you, ${name}.`;
}
