"use server";

import { db } from "@/lib/db";

export async function used() {}

export async function unused() {
	await db.message.create({ data: { name: "claim", text: "never used, and yet" } });
}
