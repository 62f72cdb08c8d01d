import { noteParcel } from "@/app/actions";
import { isCourierKey } from "@/lib/couriers";
import { parcelSchema } from "@/lib/parcels";

export async function POST(request: Request) {
	const key = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
	if (!isCourierKey(key)) return Response.json({ error: "The key is missing or wrong." }, { status: 401 });

	const parcel = parcelSchema.safeParse(await request.json().catch(() => null));
	if (!parcel.success) return Response.json({ error: "Not a parcel." }, { status: 400 });

	const formData = new FormData();
	formData.set("code", parcel.data.code);
	formData.set("flat", String(parcel.data.flat));
	await noteParcel(formData);
	return Response.json({ id: 0 }, { status: 201 });
}
