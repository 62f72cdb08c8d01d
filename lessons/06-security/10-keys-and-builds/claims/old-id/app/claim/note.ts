"use server";

import { db } from "@/lib/db";

export async function note() {
	await db.message.create({ data: { name: "claim", text: "noted" } });
}
