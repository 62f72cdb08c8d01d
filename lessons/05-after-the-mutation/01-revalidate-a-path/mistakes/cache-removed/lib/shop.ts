import { db } from "@/lib/db";

export async function getShopFront() {
	return {
		products: await db.product.findMany({ orderBy: { createdAt: "desc" } }),
		asOf: new Date().toISOString(),
	};
}
