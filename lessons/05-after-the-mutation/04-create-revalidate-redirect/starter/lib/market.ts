import { unstable_cache } from "next/cache";
import { db } from "@/lib/db";

/** What is for sale. Worked out once, then served from the cache until the tag "products" is out of date. */
export const getOffers = unstable_cache(
	async () => ({
		offers: await db.product.findMany({ orderBy: { createdAt: "desc" } }),
		asOf: new Date().toISOString(),
	}),
	["offers"],
	{ tags: ["products"] },
);
