import Link from "next/link";
import { db } from "@/lib/db";
import { OrderForm } from "./order-form";

export default async function CounterPage() {
	const orders = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<>
			<nav>
				<Link href="/kiosk/board">Kiosk: board</Link>
				<Link href="/kiosk/order">Kiosk: order</Link>
			</nav>
			<h1>At the counter</h1>
			<OrderForm />

			<h2>Orders</h2>
			<ul className="list">
				{orders.map((entry) => (
					<li key={entry.id}>{entry.text}</li>
				))}
			</ul>
		</>
	);
}
