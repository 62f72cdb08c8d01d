import Link from "next/link";
import { getShopFront } from "@/lib/shop";

export default async function ShopPage() {
	const { products, asOf } = await getShopFront();

	return (
		<>
			<nav>
				<Link href="/">Shop</Link>
				<Link href="/admin">Admin</Link>
			</nav>
			<h1>The little shop</h1>
			<ul className="list">
				{products.map((product) => (
					<li key={product.id} className="row">
						<strong>{product.name}</strong>
						<span>{(product.price / 100).toFixed(2)}</span>
					</li>
				))}
			</ul>
			<small>
				As of <time dateTime={asOf}>{asOf.slice(11, 19)} UTC</time>
			</small>
		</>
	);
}
