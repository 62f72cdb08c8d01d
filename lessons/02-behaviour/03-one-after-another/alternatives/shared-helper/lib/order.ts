import { db, type Product } from "./db";
import { askSupplier } from "./supplier";

export async function order(product: Product): Promise<void> {
	await askSupplier(product.id);
	await db.message.create({ data: { name: "order", text: product.name } });
}
