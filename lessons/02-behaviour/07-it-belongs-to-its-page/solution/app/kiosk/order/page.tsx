import { OrderForm } from "@/app/order-form";

// Its action needs Node.js, and an action runs where its page runs.
export const runtime = "nodejs";

export default function KioskOrderPage() {
	return (
		<>
			<h1>At the kiosk</h1>
			<OrderForm />
		</>
	);
}
