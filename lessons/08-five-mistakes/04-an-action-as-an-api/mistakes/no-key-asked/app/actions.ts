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
