import { connection } from "next/server";
import { db } from "@/lib/db";

export default async function MarketPage() {
	await connection();
	const offers = await db.product.findMany();

	return (
		<ul>
			{offers.map((offer) => (
				<li key={offer.id}>{offer.name}</li>
			))}
		</ul>
	);
}
