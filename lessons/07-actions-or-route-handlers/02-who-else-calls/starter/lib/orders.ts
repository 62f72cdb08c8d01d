import { unstable_cache } from "next/cache";
import { db } from "@/lib/db";

/** Each row of the table `message` is an order; its text is "open" or "paid". */
export const listOrders = unstable_cache(() => db.message.findMany({ orderBy: { id: "asc" } }), ["orders"], {
	tags: ["orders"],
});
