"use server";

import { db } from "@/lib/db";

export async function unsubscribe(_message: string, formData: FormData) {
	await db.user.delete({ where: { id: Number(formData.get("id")) } });
	return "You are not on the list any more.";
}
