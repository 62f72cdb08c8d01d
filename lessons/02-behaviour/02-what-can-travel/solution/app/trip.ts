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
