"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";
import { isTooLong } from "@/lib/tips";

const store = (text: string) => db.message.create({ data: { name: "tip", text } });

export default async function addTip(formData: FormData) {
	const text = formData.get("text");
	if (typeof text !== "string" || isTooLong(text)) return;
	await store(text);
	refresh();
}
