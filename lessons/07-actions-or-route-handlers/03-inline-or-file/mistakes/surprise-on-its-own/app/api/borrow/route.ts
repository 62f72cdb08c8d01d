import { db } from "@/lib/db";

export async function POST(request: Request) {
	const formData = await request.formData();
	await db.message.create({ data: { name: "loan", text: String(formData.get("title")) } });
	return new Response(null, { status: 204 });
}
