"use server";

import { db } from "@/lib/db";

export async function keep(formData: FormData) {
	await db.message.create({ data: { name: "claim", text: String(formData.get("text")) } });
}
