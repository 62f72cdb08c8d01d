"use server";

import { refresh } from "next/cache";
import * as z from "zod";
import { db } from "@/lib/db";

const schema = z.string().trim().min(1);

export async function pinNote(formData: FormData) {
	const text = schema.safeParse(formData.get("text"));
	if (!text.success) return;
	await db.message.create({ data: { name: "note", text: text.data } });
	refresh();
}
