"use server";

import { db } from "@/lib/db";

export async function inner() {
	await db.message.create({ data: { name: "claim", text: "inner" } });
	return "from inner";
}

export async function outer() {
	const got = await inner();
	await db.message.create({ data: { name: "claim", text: `outer got ${got}` } });
}
