import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { db } from "@/lib/db";
import { lowestPrice } from "@/lib/dealer";

export default async function GalleryPage({ searchParams }: { searchParams: Promise<{ refused?: string }> }) {
	const painting = await db.product.findUnique({ where: { id: 1 } });
	if (!painting) notFound();

	const lowest = lowestPrice(painting);
	async function makeOffer(formData: FormData) {
		"use server";
		const offer = Math.round(Number(formData.get("offer")) * 100);
		if (!(offer >= lowest)) redirect("/?refused=yes");
		await db.message.create({ data: { name: "sold", text: String(offer) } });
		revalidatePath("/");
	}

	const { refused } = await searchParams;
	const sales = await db.message.findMany({ where: { name: "sold" } });

	return (
		<>
			<h1>{painting.name}</h1>
			<p>{(painting.price / 100).toFixed(2)}, or make an offer.</p>
			<form action={makeOffer} className="card">
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
