import { revalidatePath } from "next/cache";
import { type NextRequest, NextResponse } from "next/server";
import { isCourierKey } from "@/lib/couriers";
import { addParcel } from "@/lib/parcels";

const refuse = (status: number, error: string) => NextResponse.json({ error }, { status });

export const POST = async (request: NextRequest) => {
	const [scheme, key] = (request.headers.get("authorization") ?? "").split(" ");
	if (scheme !== "Bearer" || !key || !isCourierKey(key)) return refuse(401, "Who are you?");

	let body: { code?: unknown; flat?: unknown } | null;
	try {
		body = JSON.parse(await request.text());
	} catch {
		return refuse(400, "That is no JSON.");
	}
	const { code, flat } = body ?? {};
	if (typeof code !== "string" || !/^[A-Z]{2}-[0-9]{4}$/.test(code)) return refuse(400, "Which parcel?");
	if (typeof flat !== "number" || !Number.isInteger(flat) || flat < 1 || flat > 20) {
		return refuse(400, "Which flat?");
	}
	const id = await addParcel({ code, flat });
	revalidatePath("/");
	return NextResponse.json({ id, code, flat }, { status: 201 });
};
