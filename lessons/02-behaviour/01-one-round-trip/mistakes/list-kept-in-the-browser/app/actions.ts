"use server";

import { db } from "@/lib/db";

export async function reserve(name: string) {
	return db.message.create({ data: { name, text: "reserved" } });
}
