import { db } from "@/lib/db";

export async function POST(request: Request) {
	const text = String((await request.formData()).get("text") ?? "").trim();
	if (text !== "") await db.message.create({ data: { name: "A visitor", text } });
	return new Response(null, { status: 303, headers: { location: "/" } });
}
