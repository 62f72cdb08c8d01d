import { db } from "@/lib/db";
import { OrderList } from "./order-list";

export default async function KitchenPage() {
	const products = await db.product.findMany({ orderBy: { id: "asc" } });
	const orders = await db.message.findMany({ orderBy: { id: "asc" } });

	return (
		<>
			<h1>The kitchen</h1>
			<OrderList products={products} />

			<h2>On its way</h2>
			<ul className="list">
				{orders.map((order) => (
					<li key={order.id}>{order.text}</li>
				))}
			</ul>
		</>
	);
}
