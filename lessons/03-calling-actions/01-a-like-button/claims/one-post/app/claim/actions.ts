"use server";

import { db } from "@/lib/db";

export async function note(name: string, text: string) {
	await db.message.create({ data: { name, text } });
}
