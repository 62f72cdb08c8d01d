import { unstable_cache } from "next/cache";
import * as z from "zod";
import { db } from "@/lib/db";

/** What is known of a parcel: the code on its label, and whose it is. There are twenty flats. */
export const parcelSchema = z.object({
	code: z.string().regex(/^[A-Z]{2}-\d{4}$/, "A code looks like HB-0417."),
	flat: z.coerce.number().int().min(1).max(20),
});
export type Parcel = z.infer<typeof parcelSchema>;

/** Parcels at the desk. Kept until the tag "parcels" is out of date. They stand in the table `message`. */
export const getParcels = unstable_cache(
	async () => (await db.message.findMany()).map(({ id, name, text }) => ({ id, code: name, flat: text })),
	["parcels"],
	{ tags: ["parcels"] },
);

/** Puts a parcel on the list. Whoever calls this says that "parcels" is out of date. */
export async function addParcel({ code, flat }: Parcel): Promise<number> {
	const row = await db.message.create({ data: { name: code, text: String(flat) } });
	return row.id;
}
