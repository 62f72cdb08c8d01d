"use server";

import { db } from "@/lib/db";

/** Gives the number of the reservation. */
export async function reserve(name: string) {
	const reservation = await db.message.create({ data: { name, text: "reserved" } });
	return reservation.id;
}
