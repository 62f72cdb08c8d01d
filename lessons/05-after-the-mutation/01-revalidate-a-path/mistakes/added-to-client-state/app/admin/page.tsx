import Link from "next/link";
import { db } from "@/lib/db";
import { Products } from "./products";

export default async function AdminPage() {
	const products = await db.product.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<nav>
				<Link href="/">Shop</Link>
				<Link href="/admin">Admin</Link>
			</nav>
			<h1>Products</h1>

			<Products stored={products} />
		</>
	);
}
