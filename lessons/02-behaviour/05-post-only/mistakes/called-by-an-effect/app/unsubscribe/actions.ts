"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function unsubscribe(id: number) {
	await db.user.delete({ where: { id } });
	revalidatePath("/unsubscribe");
}
