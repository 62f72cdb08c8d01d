"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function report(name: string, thing: string) {
	await db.message.create({ data: { name, text: thing } });
	revalidatePath("/");
	return `Thank you, ${name}.`;
}
