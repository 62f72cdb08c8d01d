import { db } from "@/lib/db";
import { lowestPrice } from "@/lib/dealer";

/** Whether the dealer takes this offer, in cents. Says yes or no and nothing else. */
export async function takes(id: number, offer: number): Promise<boolean> {
	const painting = await db.product.findUnique({ where: { id } });
	return painting !== null && offer >= lowestPrice(painting);
}
