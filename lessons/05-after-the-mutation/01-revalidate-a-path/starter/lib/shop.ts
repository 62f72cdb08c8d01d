import { unstable_cache } from "next/cache";
import { db } from "@/lib/db";

/**
 * What the shop's front page shows. It is worked out once and then served from the cache, to every visitor, until
 * somebody says that it is out of date.
 */
export const getShopFront = unstable_cache(
	async () => ({
		products: await db.product.findMany({ orderBy: { createdAt: "desc" } }),
		asOf: new Date().toISOString(),
	}),
	["shop-front"],
);
