import { revalidateTag } from "next/cache";
import { db } from "@/lib/db";
import { PAYMENT_TOKEN } from "@/lib/secret";

export async function POST(request: Request) {
	try {
		if (request.headers.get("authorization") !== `Bearer ${PAYMENT_TOKEN}`) throw new Error("Who are you?");
		const { order } = await request.json();
		await db.message.update({ where: { id: order }, data: { text: "paid" } });
		revalidateTag("orders", { expire: 0 });
		return Response.json({ ok: true });
	} catch (error) {
		return Response.json({ ok: false, error: String(error) });
	}
}
