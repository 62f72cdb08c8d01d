"use server";

import { db } from "@/lib/db";

export async function unsubscribe(id: number) {
	await db.user.delete({ where: { id } });
}
