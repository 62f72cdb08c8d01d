"use server";

import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export async function unsubscribe(formData: FormData) {
	await db.user.delete({ where: { id: Number(formData.get("id")) } });
	redirect("/unsubscribe/done");
}
