"use client";

import { useActionState, useEffect } from "react";
import { addProduct } from "./actions";

export function ProductForm() {
	const [added, formAction] = useActionState(addProduct, 0);

	useEffect(() => {
		if (added > 0) window.location.reload();
	}, [added]);

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" required />
			</div>
			<div className="field">
				<label htmlFor="price">Price</label>
				<input id="price" name="price" inputMode="decimal" placeholder="12.50" required />
			</div>
			<button type="submit">Add</button>
		</form>
	);
}
