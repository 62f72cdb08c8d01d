"use client";

import { useState, useTransition } from "react";
import type { Product } from "@/lib/db";
import { orderItem } from "./actions";

export function OrderList({ products }: { products: Product[] }) {
	const [ordered, setOrdered] = useState<string[]>([]);
	const [pending, startTransition] = useTransition();

	function order(call: () => Promise<string[]>) {
		startTransition(async () => {
			const names = await call();
			setOrdered(names);
		});
	}

	function orderEverything() {
		order(async () => {
			const names: string[] = [];
			for (const product of products) names.push(await orderItem(product.id));
			return names;
		});
	}

	return (
		<div className="card">
			<ul className="list">
				{products.map((product) => (
					<li key={product.id} className="row">
						{product.name}
						<button
							type="button"
							disabled={pending}
							onClick={() => order(async () => [await orderItem(product.id)])}
						>
							Order {product.name}
						</button>
					</li>
				))}
			</ul>
			<button type="button" disabled={pending} onClick={orderEverything}>
				Order everything
			</button>
			<p role="status">{ordered.length === 0 ? "" : `Ordered: ${ordered.join(", ")}`}</p>
		</div>
	);
}
