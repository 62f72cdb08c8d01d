import { notFound } from "next/navigation";
import { db } from "@/lib/db";
import { lowestPrice } from "@/lib/dealer";
import { OfferForm } from "./offer-form";

export default async function GalleryPage({ searchParams }: { searchParams: Promise<{ refused?: string }> }) {
	const painting = await db.product.findUnique({ where: { id: 1 } });
	if (!painting) notFound();

	const { refused } = await searchParams;
	const sales = await db.message.findMany({ where: { name: "sold" } });

	return (
		<>
			<h1>{painting.name}</h1>
			<p>{(painting.price / 100).toFixed(2)}, or make an offer.</p>
			<OfferForm productId={painting.id} lowest={lowestPrice(painting)} refused={refused === "yes"} />

			<ul className="list">
				{sales.map((sale) => (
					<li key={sale.id}>Sold for {(Number(sale.text) / 100).toFixed(2)}.</li>
				))}
			</ul>
		</>
	);
}
