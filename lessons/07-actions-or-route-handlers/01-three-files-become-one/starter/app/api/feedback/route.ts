import { db } from "@/lib/db";

export async function GET() {
	return Response.json(await db.message.findMany({ orderBy: { id: "desc" } }));
}

export async function POST(request: Request) {
	const { text } = await request.json();
	if (typeof text !== "string" || text.trim() === "") {
		return Response.json({ error: "Write something." }, { status: 400 });
	}
	const message = await db.message.create({ data: { name: "A visitor", text } });
	return Response.json(message, { status: 201 });
}
