"use server";

import { db } from "@/lib/db";
import { Trip } from "./trip";

export async function planTrip(_message: string, formData: FormData) {
	const day = (name: string) => new Date(String(formData.get(name)));
	const trip = new Trip(day("from"), day("to"), new Set(formData.getAll("guest").map(String)));
	const guests = [...trip.guests].join(", ");
	const row = await db.message.create({ data: { name: `${trip.days} days`, text: guests } });
	return `Trip ${row.id}: ${trip.days} days with ${guests}`;
}
