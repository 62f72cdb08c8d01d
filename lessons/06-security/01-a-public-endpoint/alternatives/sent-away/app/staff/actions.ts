"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

export async function pin(formData: FormData) {
	if ((await currentVisitor())?.role !== "staff") redirect("/");

	await db.message.create({ data: { name: "Staff", text: String(formData.get("text")) } });
	revalidatePath("/", "layout");
}

export async function takeDown(id: number) {
	if ((await currentVisitor())?.role !== "staff") redirect("/");

	await db.message.delete({ where: { id } });
	revalidatePath("/", "layout");
}
