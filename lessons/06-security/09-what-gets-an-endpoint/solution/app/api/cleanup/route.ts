import { takeAllDown } from "@/lib/notes";
import { CLEANUP_TOKEN } from "./token";

export async function POST(request: Request) {
	if (request.headers.get("authorization") !== `Bearer ${CLEANUP_TOKEN}`) {
		return new Response(null, { status: 401 });
	}
	await takeAllDown();
	return new Response(null, { status: 204 });
}
