"use server";

import { db } from "@/lib/db";

export async function keep(text: string) {
	await db.message.create({ data: { name: "claim", text } });
}
