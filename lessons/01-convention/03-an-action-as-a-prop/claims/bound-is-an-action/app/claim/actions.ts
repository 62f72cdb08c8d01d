"use server";

import { db } from "@/lib/db";

export async function keep(first: string, second: string) {
	await db.message.create({ data: { name: "claim", text: `${first}, then ${second}` } });
}
