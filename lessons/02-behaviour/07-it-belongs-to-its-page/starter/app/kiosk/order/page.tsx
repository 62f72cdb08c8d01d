import { OrderForm } from "@/app/order-form";

export default function KioskOrderPage() {
	return (
		<>
			<h1>At the kiosk</h1>
			<OrderForm />
		</>
	);
}
