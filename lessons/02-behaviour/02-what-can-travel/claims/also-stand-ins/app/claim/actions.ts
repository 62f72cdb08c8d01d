"use server";

import { db } from "@/lib/db";

export async function callMe(values: unknown[]) {
	const text = values.map((value) => typeof value).join(", ");
	await db.message.create({ data: { name: "claim", text } });
	return text;
}
