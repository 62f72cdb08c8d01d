import Link from "next/link";
import { db } from "@/lib/db";
import { ProductForm } from "./product-form";

export default async function AdminPage() {
	const products = await db.product.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<nav>
				<Link href="/">Shop</Link>
				<Link href="/admin">Admin</Link>
			</nav>
			<h1>Products</h1>

			<ProductForm />

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
