"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

export async function pin(formData: FormData) {
	if ((await currentVisitor())?.role !== ("admin" as string)) throw new Error("Only admins may do this.");

	await db.message.create({ data: { name: "Staff", text: String(formData.get("text")) } });
	revalidatePath("/", "layout");
}

export async function takeDown(id: number) {
	if ((await currentVisitor())?.role !== ("admin" as string)) throw new Error("Only admins may do this.");

	await db.message.delete({ where: { id } });
	revalidatePath("/", "layout");
}
