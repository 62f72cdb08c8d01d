"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export async function report(formData: FormData) {
	const name = String(formData.get("name"));
	await db.message.create({ data: { name, text: String(formData.get("thing")) } });
	refresh();
	redirect(`/?thanks=${encodeURIComponent(name)}`);
}
