"use client";

import { useState, useTransition } from "react";
import type { Product } from "@/lib/db";
import { orderAll, orderItem } from "./actions";

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
		order(() => orderAll(products.map((product) => product.id)));
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
