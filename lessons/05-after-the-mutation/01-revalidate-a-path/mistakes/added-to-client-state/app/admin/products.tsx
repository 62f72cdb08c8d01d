"use client";

import { useActionState } from "react";
import type { Product } from "@/lib/db";
import { addProduct } from "./actions";

export function Products({ stored }: { stored: Product[] }) {
	const [products, formAction] = useActionState(addProduct, stored);

	return (
		<>
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

			<ul className="list">
				{products.map((product) => (
					<li key={product.id} className="row">
						<strong>{product.name}</strong>
						<span>{(product.price / 100).toFixed(2)}</span>
					</li>
				))}
			</ul>
		</>
	);
}
