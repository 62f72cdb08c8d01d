import { db } from "@/lib/db";
import { CLEANUP_TOKEN } from "./token";

export async function POST(request: Request) {
	if (request.headers.get("authorization") !== `Bearer ${CLEANUP_TOKEN}`) {
		return new Response(null, { status: 401 });
	}
	const notes = await db.message.findMany();
	for (const { id } of notes) await db.message.delete({ where: { id } });
	return Response.json({ taken: notes.length });
}
