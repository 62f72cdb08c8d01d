import Link from "next/link";
import { db } from "@/lib/db";
import { addProduct } from "./actions";

export default async function AdminPage() {
	const products = await db.product.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<nav>
				<Link href="/">Shop</Link>
				<Link href="/admin">Admin</Link>
			</nav>
			<h1>Products</h1>

			<form action={addProduct} className="card">
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
