"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";
import { askSupplier } from "@/lib/supplier";

export async function orderItems(ids: number[]) {
	const products = (await db.product.findMany()).filter((product) => ids.includes(product.id));
	await Promise.all(products.map((product) => askSupplier(product.id)));
	for (const product of products) await db.message.create({ data: { name: "order", text: product.name } });
	refresh();
	return products.map((product) => product.name);
}
