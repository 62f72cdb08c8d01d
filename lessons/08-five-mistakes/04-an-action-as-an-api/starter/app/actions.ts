"use server";

import { updateTag } from "next/cache";
import { addParcel, parcelSchema } from "@/lib/parcels";

/** For the form at the desk. */
export async function noteParcel(formData: FormData) {
	const parcel = parcelSchema.safeParse(Object.fromEntries(formData));
	if (!parcel.success) return;
	await addParcel(parcel.data);
	updateTag("parcels");
}

/** For the scanners of the couriers. */
export async function reportParcel(code: string, flat: number) {
	await addParcel({ code, flat });
	updateTag("parcels");
	return { ok: true };
}
