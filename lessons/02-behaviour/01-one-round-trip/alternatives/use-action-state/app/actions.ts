"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";

export async function reserve(_number: number | null, formData: FormData) {
	const name = String(formData.get("name"));
	const reservation = await db.message.create({ data: { name, text: "reserved" } });
	refresh();
	return reservation.id;
}
