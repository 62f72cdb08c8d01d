"use server";

import { db } from "@/lib/db";

export async function note(number: number) {
	await db.message.create({ data: { name: "claim", text: `begin ${number}` } });
	await new Promise((resolve) => setTimeout(resolve, 100));
	await db.message.create({ data: { name: "claim", text: `end ${number}` } });
}
