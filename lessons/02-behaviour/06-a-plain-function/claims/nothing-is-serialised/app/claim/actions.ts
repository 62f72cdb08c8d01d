"use server";

import { db } from "@/lib/db";

interface Trip {
	days: number;
	describe(): string;
}

export async function inner(trip: Trip, note: (text: string) => Promise<unknown>) {
	await note(trip.describe());
	return trip;
}

export async function outer() {
	class CityTrip {
		days = 3;
		describe() {
			return `${this.days} days`;
		}
	}
	const note = (text: string) => db.message.create({ data: { name: "claim", text } });
	const trip = new CityTrip();
	const back = await inner(trip, note);
	await note(back === trip ? "the very same trip" : "another trip");
}
