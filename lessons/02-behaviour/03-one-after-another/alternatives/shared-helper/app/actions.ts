"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { order } from "@/lib/order";

export async function orderItem(id: number) {
	const product = await db.product.findUnique({ where: { id } });
	if (!product) throw new Error(`There is no product ${id}.`);
	await order(product);
	revalidatePath("/");
	return product.name;
}

export async function orderEverything() {
	const products = await db.product.findMany();
	await Promise.all(products.map(order));
	revalidatePath("/");
	return products.map((product) => product.name);
}
