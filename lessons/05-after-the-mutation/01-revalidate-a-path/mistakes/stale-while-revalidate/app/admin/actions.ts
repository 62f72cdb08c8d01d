"use server";

import { revalidateTag } from "next/cache";
import { db } from "@/lib/db";

export async function addProduct(formData: FormData) {
	await db.product.create({
		data: {
			name: String(formData.get("name")),
			price: Math.round(Number(formData.get("price")) * 100),
		},
	});
	revalidateTag("products", "max");
}
