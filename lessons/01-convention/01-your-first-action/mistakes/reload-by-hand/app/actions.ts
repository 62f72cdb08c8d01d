"use server";

import { db } from "@/lib/db";

export async function sign(_signed: number, formData: FormData) {
	await db.message.create({
		data: { name: String(formData.get("name")), text: String(formData.get("message")) },
	});
	return db.message.count();
}
