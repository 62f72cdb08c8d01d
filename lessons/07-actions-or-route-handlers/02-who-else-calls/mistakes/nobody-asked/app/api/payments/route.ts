import { revalidateTag } from "next/cache";
import { db } from "@/lib/db";

export async function POST(request: Request) {
	const body = await request.json().catch(() => null);
	if (!Number.isInteger(body?.order)) return new Response(null, { status: 400 });
	const order = await db.message.findUnique({ where: { id: body.order } });
	if (!order) return new Response(null, { status: 404 });

	await db.message.update({ where: { id: order.id }, data: { text: "paid" } });
	revalidateTag("orders", { expire: 0 });
	return Response.json({ ok: true });
}
