/** From the morning of the first day to the evening of the last. */
export class Trip {
	constructor(
		readonly from: Date,
		readonly to: Date,
		readonly guests: Set<string>,
	) {}

	get days(): number {
		return Math.round((this.to.getTime() - this.from.getTime()) / 86_400_000) + 1;
	}
}

/** A trip with the number under which it is stored. */
export class PlannedTrip {
	constructor(
		readonly id: number,
		readonly trip: Trip,
	) {}

	toString(): string {
		return `Trip ${this.id}: ${this.trip.days} days with ${[...this.trip.guests].join(", ")}`;
	}
}
