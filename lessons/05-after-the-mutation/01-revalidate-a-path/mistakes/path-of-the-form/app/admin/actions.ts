"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function addProduct(formData: FormData) {
	await db.product.create({
		data: {
			name: String(formData.get("name")),
			price: Math.round(Number(formData.get("price")) * 100),
		},
	});
	revalidatePath("/admin");
}
