import { db } from "@/lib/db";

export async function POST(request: Request) {
	const formData = await request.formData();
	await db.message.create({ data: { name: "order", text: String(formData.get("what")) } });
	return new Response(null, { status: 303, headers: { location: "/" } });
}
