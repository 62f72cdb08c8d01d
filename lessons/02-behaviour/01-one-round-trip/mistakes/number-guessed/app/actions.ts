"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function reserve(name: string) {
	await db.message.create({ data: { name, text: "reserved" } });
	revalidatePath("/");
}
