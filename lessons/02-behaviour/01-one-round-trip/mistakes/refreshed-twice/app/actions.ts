"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

/** Gives the number of the reservation. */
export async function reserve(name: string) {
	const reservation = await db.message.create({ data: { name, text: "reserved" } });
	revalidatePath("/");
	return reservation.id;
}
