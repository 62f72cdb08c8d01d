"use server";

import { db } from "@/lib/db";
import { Trip } from "./trip";

export async function planTrip(json: string) {
	const { from, to, guests } = JSON.parse(json);
	const trip = new Trip(new Date(from), new Date(to), new Set(Object.values<string>(guests)));
	const row = await db.message.create({
		data: { name: `${trip.days} days`, text: [...trip.guests].join(", ") },
	});
	return { id: row.id, days: trip.days, guests: trip.guests };
}
