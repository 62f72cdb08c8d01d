"use server";

import { refresh } from "next/cache";
import * as z from "zod";
import { db } from "@/lib/db";

const schema = z.string().trim().min(1);

export async function send(_previous: string, formData: FormData): Promise<string> {
	const text = schema.safeParse(formData.get("text"));
	if (!text.success) return "Write something.";
	await db.message.create({ data: { name: "A visitor", text: text.data } });
	refresh();
	return "Thank you.";
}
