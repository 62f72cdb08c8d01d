"use server";

import { db } from "@/lib/db";

export async function keep() {
	await db.message.create({ data: { name: "claim", text: "kept" } });
}
