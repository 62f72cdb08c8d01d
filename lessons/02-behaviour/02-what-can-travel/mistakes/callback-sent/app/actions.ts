"use server";

import { db } from "@/lib/db";
import { PlannedTrip, Trip } from "./trip";

export async function planTrip({
	from,
	to,
	guests,
	onPlanned,
}: {
	from: Date;
	to: Date;
	guests: Set<string>;
	onPlanned: (message: string) => void;
}) {
	const trip = new Trip(from, to, guests);
	const row = await db.message.create({
		data: { name: `${trip.days} days`, text: [...trip.guests].join(", ") },
	});
	return onPlanned(String(new PlannedTrip(row.id, trip)));
}
