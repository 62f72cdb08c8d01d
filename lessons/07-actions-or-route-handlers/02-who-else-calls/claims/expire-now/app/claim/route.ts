import { revalidateTag } from "next/cache";
import { db } from "@/lib/db";

export async function POST() {
	await db.message.update({ where: { id: 2 }, data: { text: "paid" } });
	revalidateTag("orders", { expire: 0 });
	return new Response("done");
}
