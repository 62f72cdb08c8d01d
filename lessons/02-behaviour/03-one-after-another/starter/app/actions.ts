"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { askSupplier } from "@/lib/supplier";

/** Orders one product and gives its name. */
export async function orderItem(id: number) {
	const product = await db.product.findUnique({ where: { id } });
	if (!product) throw new Error(`There is no product ${id}.`);
	await askSupplier(id);
	await db.message.create({ data: { name: "order", text: product.name } });
	revalidatePath("/");
	return product.name;
}
