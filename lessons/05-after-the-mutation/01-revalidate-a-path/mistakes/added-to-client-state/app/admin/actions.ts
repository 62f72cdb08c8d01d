"use server";

import { db, type Product } from "@/lib/db";

export async function addProduct(shown: Product[], formData: FormData) {
	const product = await db.product.create({
		data: {
			name: String(formData.get("name")),
			price: Math.round(Number(formData.get("price")) * 100),
		},
	});
	return [product, ...shown];
}
