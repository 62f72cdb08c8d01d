"use server";

import { db } from "@/lib/db";
import { PlannedTrip, Trip } from "./trip";

export async function planTrip(from: string, to: string, guests: string[]) {
	const trip = new Trip(new Date(from), new Date(to), new Set(guests));
	const row = await db.message.create({
		data: { name: `${trip.days} days`, text: [...trip.guests].join(", ") },
	});
	return String(new PlannedTrip(row.id, trip));
}
