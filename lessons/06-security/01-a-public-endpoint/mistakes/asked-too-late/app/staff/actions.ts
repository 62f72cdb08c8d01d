"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

async function requireStaff() {
	const visitor = await currentVisitor();
	if (visitor?.role !== "staff") throw new Error("Only staff may do this.");
}

export async function pin(formData: FormData) {
	await db.message.create({ data: { name: "Staff", text: String(formData.get("text")) } });
	await requireStaff();
	revalidatePath("/", "layout");
}

export async function takeDown(id: number) {
	await requireStaff();
	await db.message.delete({ where: { id } });
	revalidatePath("/", "layout");
}
