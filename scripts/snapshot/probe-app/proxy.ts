import { type NextRequest, NextResponse } from "next/server";

export function proxy(request: NextRequest) {
	if (request.nextUrl.pathname === "/old") return NextResponse.redirect(new URL("/read", request.url));
	if (request.nextUrl.pathname === "/other") return NextResponse.rewrite(new URL("/read", request.url));
	const headers = new Headers(request.headers);
	headers.set("x-probe", request.cookies.get("name")?.value ?? "none");
	return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/read", "/old", "/other"] };
