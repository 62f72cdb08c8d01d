import { order } from "./actions";

export function OrderForm() {
	return (
		<form action={order} className="card">
			<div className="field">
				<label htmlFor="drink">What would you like?</label>
				<input id="drink" name="drink" required />
			</div>
			<button type="submit">Order</button>
		</form>
	);
}
