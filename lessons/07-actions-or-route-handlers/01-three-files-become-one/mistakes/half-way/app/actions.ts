"use server";

import { db } from "@/lib/db";

export async function send(formData: FormData) {
	const text = String(formData.get("text") ?? "").trim();
	if (text === "") return;
	await db.message.create({ data: { name: "A visitor", text } });
}
