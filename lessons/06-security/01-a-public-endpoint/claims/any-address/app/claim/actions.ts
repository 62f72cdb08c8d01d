"use server";

import { db } from "@/lib/db";

export async function note(data: string | FormData) {
	await db.message.create({ data: { name: "claim", text: `${typeof data} ${data}` } });
}
