import { db } from "@/lib/db";

export interface Gift {
	id: number;
	from: string;
	cents: number;
}

/** Who gave what. The table `product` happens to have the columns for it: a name, and an amount in cents. */
export async function readGifts(): Promise<Gift[]> {
	const rows = await db.product.findMany();
	return rows.map(({ id, name, price }) => ({ id, from: name, cents: price }));
}

export async function addGift(from: string, cents: number): Promise<void> {
	await db.product.create({ data: { name: from, price: cents } });
}
