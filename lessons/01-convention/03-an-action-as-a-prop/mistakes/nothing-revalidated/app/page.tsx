import { db } from "@/lib/db";
import { RenameForm } from "./rename-form";

export default async function CafePage() {
	const notice = await db.post.findUnique({ where: { id: 1 } });
	const products = await db.product.findMany({ orderBy: { id: "asc" } });
	if (!notice) return <p>There is no notice.</p>;

	async function saveNotice(title: string) {
		"use server";
		await db.post.update({ where: { id: 1 }, data: { title } });
	}

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
			<RenameForm label="Notice" value={notice.title} saveAction={saveNotice} />
			{products.map((product) => (
				<RenameForm
					key={product.id}
					label={`Item ${product.id}`}
					value={product.name}
					saveAction={async (name) => {
						"use server";
						await db.product.update({ where: { id: product.id }, data: { name } });
					}}
				/>
			))}
		</>
	);
}
