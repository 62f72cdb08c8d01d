"use server";

import { db } from "@/lib/db";
import { PlannedTrip, Trip } from "./trip";

export async function planTrip({ from, to, guests }: { from: Date; to: Date; guests: Set<string> }) {
	const trip = new Trip(from, to, guests);
	const row = await db.message.create({
		data: { name: `${trip.days} days`, text: [...trip.guests].join(", ") },
	});
	return { id: row.id, describe: () => String(new PlannedTrip(row.id, trip)) };
}
