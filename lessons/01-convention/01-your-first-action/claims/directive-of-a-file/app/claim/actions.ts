"use server";

import { db } from "@/lib/db";

export async function first() {
	await db.message.create({ data: { name: "claim", text: "first" } });
}

export const second = async () => {
	await db.message.create({ data: { name: "claim", text: "second" } });
};
