import { db } from "@/lib/db";
import { askSupplier } from "@/lib/supplier";

export async function POST(request: Request) {
	const id = Number(new URL(request.url).searchParams.get("id"));
	const product = await db.product.findUnique({ where: { id } });
	if (!product) return new Response("There is no such product.", { status: 404 });
	await askSupplier(id);
	await db.message.create({ data: { name: "order", text: product.name } });
	return new Response(product.name);
}
