import { revalidateTag } from "next/cache";
import { payOrder } from "@/lib/orders";
import { PAYMENT_TOKEN } from "@/lib/secret";

export async function POST(request: Request) {
	if (request.headers.get("authorization") !== `Bearer ${PAYMENT_TOKEN}`) {
		return Response.json({ error: "Who are you?" }, { status: 401 });
	}

	const body = await request.json().catch(() => null);
	if (!Number.isInteger(body?.order)) {
		return Response.json({ error: "Send the number of the order." }, { status: 400 });
	}
	if (!(await payOrder(body.order))) {
		return Response.json({ error: "There is no such order." }, { status: 404 });
	}

	revalidateTag("orders", { expire: 0 });
	return Response.json({ ok: true });
}
