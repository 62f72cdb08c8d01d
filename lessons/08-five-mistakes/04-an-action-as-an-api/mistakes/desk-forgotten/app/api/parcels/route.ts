import { isCourierKey } from "@/lib/couriers";
import { addParcel, parcelSchema } from "@/lib/parcels";

/** Takes the report of a courier's scanner. */
export async function POST(request: Request) {
	const key = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
	if (!isCourierKey(key)) return Response.json({ error: "The key is missing or wrong." }, { status: 401 });

	const body: unknown = await request.json().catch(() => null);
	const parcel = parcelSchema.safeParse(body);
	if (!parcel.success) {
		return Response.json({ error: parcel.error.issues[0]?.message ?? "Not a parcel." }, { status: 400 });
	}

	const id = await addParcel(parcel.data);
	return Response.json({ id }, { status: 201 });
}
