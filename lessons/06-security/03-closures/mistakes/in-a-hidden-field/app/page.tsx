import { notFound } from "next/navigation";
import { db } from "@/lib/db";
import { lowestPrice } from "@/lib/dealer";
import { makeOffer } from "./actions";

export default async function GalleryPage({ searchParams }: { searchParams: Promise<{ refused?: string }> }) {
	const painting = await db.product.findUnique({ where: { id: 1 } });
	if (!painting) notFound();

	const { refused } = await searchParams;
	const sales = await db.message.findMany({ where: { name: "sold" } });

	return (
		<>
			<h1>{painting.name}</h1>
			<p>{(painting.price / 100).toFixed(2)}, or make an offer.</p>
			<form action={makeOffer} className="card">
				<input type="hidden" name="lowest" value={lowestPrice(painting)} />
				<p className="error" role="alert">
					{refused && "The dealer shakes her head."}
				</p>
				<div className="field">
					<label htmlFor="offer">Your offer</label>
					<input id="offer" name="offer" inputMode="decimal" required />
				</div>
				<button type="submit">Make an offer</button>
			</form>

			<ul className="list">
				{sales.map((sale) => (
					<li key={sale.id}>Sold for {(Number(sale.text) / 100).toFixed(2)}.</li>
				))}
			</ul>
		</>
	);
}
