"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";

export async function renameProduct(id: number, formData: FormData) {
	await db.product.update({ where: { id }, data: { name: String(formData.get("text")) } });
	refresh();
}

export async function changeNotice(formData: FormData) {
	await db.post.update({ where: { id: 1 }, data: { title: String(formData.get("text")) } });
	refresh();
}
