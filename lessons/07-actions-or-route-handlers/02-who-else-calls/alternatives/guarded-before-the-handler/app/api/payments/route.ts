import { revalidateTag } from "next/cache";
import { forTheBank, Refusal } from "@/lib/api";
import { db } from "@/lib/db";

export const POST = forTheBank(async ({ order: id }) => {
	if (typeof id !== "number") throw new Refusal(400, "Send the number of the order.");
	const order = await db.message.findUnique({ where: { id } });
	if (!order) throw new Refusal(404, "No such order.");
	if (order.text !== "paid") await db.message.update({ where: { id }, data: { text: "paid" } });
	revalidateTag("orders", { expire: 0 });
});
