import { cookies } from "next/headers";
import { after, NextResponse } from "next/server";

export async function GET() {
	after(() => {});
	const encoder = new TextEncoder();
	return new Response(
		new ReadableStream({
			async pull(controller) {
				controller.enqueue(encoder.encode(String((await cookies()).has("name"))));
				controller.close();
			},
		}),
	);
}

export async function POST(request: Request) {
	const answer = NextResponse.json(await request.json(), { status: 201 });
	answer.cookies.set("hook", "1");
	return answer;
}
