import { db } from "@/lib/db";

export default async function ShopPage() {
	const orders = await db.message.findMany();

	return (
		<>
			<h1>Tea and more tea</h1>
			<form action="/api/order" method="post" className="card">
				<div className="field">
					<label htmlFor="what">What would you like?</label>
					<input id="what" name="what" required />
				</div>
				<button type="submit">Order</button>
			</form>
			<p>{orders.length} orders so far.</p>
		</>
	);
}
