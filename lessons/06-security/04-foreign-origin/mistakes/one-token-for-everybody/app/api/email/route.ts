import { db } from "@/lib/db";
import { currentUser } from "@/lib/session";

export async function POST(request: Request) {
	const user = await currentUser();
	if (!user) return new Response("Please sign in.", { status: 401 });

	const formData = await request.formData();
	if (formData.get("token") !== "7c9e6679f74d8a1c") return new Response("No.", { status: 403 });

	await db.user.update({ where: { id: user.id }, data: { email: String(formData.get("email")) } });
	return new Response(null, { status: 303, headers: { location: "/" } });
}
