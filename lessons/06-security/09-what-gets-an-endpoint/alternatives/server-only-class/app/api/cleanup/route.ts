import { board } from "@/lib/board";
import { CLEANUP_TOKEN } from "./token";

export async function POST(request: Request) {
	if (request.headers.get("authorization") !== `Bearer ${CLEANUP_TOKEN}`) {
		return new Response("No.", { status: 401 });
	}
	await board.clear();
	return new Response(null, { status: 204 });
}
