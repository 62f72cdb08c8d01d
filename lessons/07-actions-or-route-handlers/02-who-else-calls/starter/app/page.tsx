import { connection } from "next/server";
import { listOrders } from "@/lib/orders";
import { markAsPaid } from "./actions";

export default async function OrdersPage() {
	await connection();
	const orders = await listOrders();

	return (
		<>
			<h1>Orders</h1>
			<ul className="list">
				{orders.map((order) => (
					<li key={order.id}>
						<form action={markAsPaid} className="row">
							<span>
								{order.name}: {order.text}
							</span>
							<input type="hidden" name="order" value={order.id} />
							<button type="submit" aria-label={`Mark order ${order.id} as paid`}>
								Mark as paid
							</button>
						</form>
					</li>
				))}
			</ul>
		</>
	);
}
