import { updateTag } from "next/cache";
import { db } from "@/lib/db";
import { PAYMENT_TOKEN } from "@/lib/secret";

export async function POST(request: Request) {
	if (request.headers.get("authorization") !== `Bearer ${PAYMENT_TOKEN}`) {
		return new Response(null, { status: 401 });
	}
	const body = await request.json().catch(() => null);
	if (!Number.isInteger(body?.order)) return new Response(null, { status: 400 });
	const order = await db.message.findUnique({ where: { id: body.order } });
	if (!order) return new Response(null, { status: 404 });

	await db.message.update({ where: { id: order.id }, data: { text: "paid" } });
	updateTag("orders");
	return Response.json({ ok: true });
}
