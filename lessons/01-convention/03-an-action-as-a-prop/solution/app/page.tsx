import { db } from "@/lib/db";
import { changeNotice, renameProduct } from "./actions";
import { RenameForm } from "./rename-form";

export default async function CafePage() {
	const notice = await db.post.findUnique({ where: { id: 1 } });
	const products = await db.product.findMany({ orderBy: { id: "asc" } });
	if (!notice) return <p>There is no notice.</p>;

	return (
		<>
			<h1>Café Lovelace</h1>
			<p className="notice">{notice.title}</p>
			<ul className="list">
				{products.map((product) => (
					<li key={product.id}>{product.name}</li>
				))}
			</ul>

			<h2>For the owners</h2>
			<RenameForm label="Notice" value={notice.title} saveAction={changeNotice} />
			{products.map((product) => (
				<RenameForm
					key={product.id}
					label={`Item ${product.id}`}
					value={product.name}
					saveAction={renameProduct.bind(null, product.id)}
				/>
			))}
		</>
	);
}
