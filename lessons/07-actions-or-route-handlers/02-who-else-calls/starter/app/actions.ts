"use server";

import { updateTag } from "next/cache";
import { db } from "@/lib/db";

export async function markAsPaid(formData: FormData) {
	const id = Number(formData.get("order"));
	await db.message.update({ where: { id }, data: { text: "paid" } });
	updateTag("orders");
}
