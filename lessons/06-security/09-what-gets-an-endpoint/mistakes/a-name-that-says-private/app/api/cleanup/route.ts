import { _takeAllDown } from "@/app/actions";
import { CLEANUP_TOKEN } from "./token";

export async function POST(request: Request) {
	if (request.headers.get("authorization") !== `Bearer ${CLEANUP_TOKEN}`) {
		return new Response(null, { status: 401 });
	}
	await _takeAllDown();
	return new Response(null, { status: 204 });
}
