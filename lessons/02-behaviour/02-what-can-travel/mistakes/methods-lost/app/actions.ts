"use server";

import { db } from "@/lib/db";
import type { Trip } from "./trip";

export async function planTrip(trip: Trip) {
	const row = await db.message.create({
		data: { name: `${trip.days} days`, text: [...trip.guests].join(", ") },
	});
	return { id: row.id, days: trip.days, guests: trip.guests };
}
