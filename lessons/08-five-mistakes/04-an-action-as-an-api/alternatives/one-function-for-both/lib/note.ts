import { revalidateTag } from "next/cache";
import { addParcel, parcelSchema } from "@/lib/parcels";

/** Notes what arrived, from wherever it came. Gives the id of the parcel, or what is wrong. */
export async function note(input: unknown): Promise<{ id: number } | { error: string }> {
	const parcel = parcelSchema.safeParse(input);
	if (!parcel.success) return { error: parcel.error.issues.map(({ message }) => message).join(" ") };
	const id = await addParcel(parcel.data);
	revalidateTag("parcels", { expire: 0 });
	return { id };
}
