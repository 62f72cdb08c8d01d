"use server";

import { db } from "@/lib/db";

export interface Tip {
	text: string;
}

export type Kept = Tip | null;

export async function keep(formData: FormData) {
	const tip: Tip = { text: String(formData.get("text")) };
	await db.message.create({ data: { name: "claim", ...tip } });
}
