import { report } from "./actions";

export async function POST() {
	await report();
	return Response.json({ ok: true });
}
