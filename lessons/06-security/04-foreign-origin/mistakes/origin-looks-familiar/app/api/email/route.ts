import { db } from "@/lib/db";
import { currentUser } from "@/lib/session";

export async function POST(request: Request) {
	const user = await currentUser();
	if (!user) return new Response("Please sign in.", { status: 401 });
	const [hostname = ""] = (request.headers.get("host") ?? "").split(":");
	if (!request.headers.get("origin")?.includes(hostname)) return new Response("No.", { status: 403 });

	const formData = await request.formData();
	await db.user.update({ where: { id: user.id }, data: { email: String(formData.get("email")) } });
	return new Response(null, { status: 303, headers: { location: "/" } });
}
