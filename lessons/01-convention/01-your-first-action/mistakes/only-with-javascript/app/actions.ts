"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function sign(name: string, text: string) {
	await db.message.create({ data: { name, text } });
	revalidatePath("/");
}
