import { unstable_cache } from "next/cache";
import { db } from "@/lib/db";

/** Each row of the table `message` is an order; its text is "open" or "paid". */
export const listOrders = unstable_cache(() => db.message.findMany({ orderBy: { id: "asc" } }), ["orders"], {
	tags: ["orders"],
});

/** Notes that an order is paid. Says `false` when there is no such order. Whoever calls tells the cache. */
export async function payOrder(id: number): Promise<boolean> {
	const order = await db.message.findUnique({ where: { id } });
	if (!order) return false;
	await db.message.update({ where: { id }, data: { text: "paid" } });
	return true;
}
