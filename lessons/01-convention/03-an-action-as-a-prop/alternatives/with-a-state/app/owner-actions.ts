"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function renameProduct(id: number, _saved: string, formData: FormData) {
	const product = await db.product.update({ where: { id }, data: { name: String(formData.get("text")) } });
	revalidatePath("/");
	return product.name;
}

export async function changeNotice(_saved: string, formData: FormData) {
	const notice = await db.post.update({ where: { id: 1 }, data: { title: String(formData.get("text")) } });
	revalidatePath("/");
	return notice.title;
}
