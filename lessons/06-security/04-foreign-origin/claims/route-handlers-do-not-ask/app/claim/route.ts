import { db } from "@/lib/db";

export async function POST() {
	await db.message.create({ data: { name: "claim", text: "ran" } });
	return new Response("done");
}
