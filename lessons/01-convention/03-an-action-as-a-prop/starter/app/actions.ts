"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function renameProduct(id: number, name: string) {
	await db.product.update({ where: { id }, data: { name } });
	revalidatePath("/");
}

export async function changeNotice(title: string) {
	await db.post.update({ where: { id: 1 }, data: { title } });
	revalidatePath("/");
}
