"use server";

export async function callMe(trip: { days: number }) {
	return `${trip.days} days`;
}
