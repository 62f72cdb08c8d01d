"use server";

import { db } from "@/lib/db";
import { PlannedTrip, type Trip } from "./trip";

export async function planTrip(trip: Trip) {
	const row = await db.message.create({
		data: { name: `${trip.days} days`, text: [...trip.guests].join(", ") },
	});
	return new PlannedTrip(row.id, trip);
}
