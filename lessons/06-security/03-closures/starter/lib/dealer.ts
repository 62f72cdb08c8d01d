import type { Product } from "@/lib/db";

/** The least the dealer would take, in cents. Whoever knows it will offer exactly that. */
export function lowestPrice(product: Product): number {
	return Math.round(product.price * 0.83) + 7;
}
