"use client";

import { useActionState } from "react";
import { type SellState, sell } from "./actions";

const empty: SellState = { values: { name: "", price: "" }, error: "" };

export function SellForm() {
	const [state, formAction, pending] = useActionState(sell, empty);

	return (
		<form action={formAction} className="card" noValidate>
			<p className="error" role="alert">
				{state.error}
			</p>
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" defaultValue={state.values.name} />
			</div>
			<div className="field">
				<label htmlFor="price">Price</label>
				<input id="price" name="price" inputMode="decimal" defaultValue={state.values.price} />
			</div>
			<button type="submit" disabled={pending}>
				Offer it
			</button>
		</form>
	);
}
