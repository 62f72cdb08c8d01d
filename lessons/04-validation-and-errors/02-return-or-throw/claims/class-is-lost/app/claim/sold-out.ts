export class SoldOut extends Error {
	constructor(readonly left: number) {
		super("Sold out");
	}
}
