import { isCourierKey } from "@/lib/couriers";
import { note } from "@/lib/note";

export async function POST(request: Request) {
	const [, key = ""] = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
	if (!isCourierKey(key)) {
		return Response.json(
			{ error: "Unknown key." },
			{ status: 401, headers: { "WWW-Authenticate": "Bearer" } },
		);
	}
	const result = await note(await request.json().catch(() => undefined));
	return Response.json(result, { status: "error" in result ? 400 : 201 });
}
