/** Which numbers of a sequence have been seen. Takes little room when they come without gaps. */
export class SeqSet {
	/** All below were seen. */
	private below = 0;
	private readonly above = new Set<number>();

	has(seq: number): boolean {
		return seq < this.below || this.above.has(seq);
	}

	add(seq: number): void {
		if (this.has(seq)) return;
		this.above.add(seq);
		while (this.above.delete(this.below)) this.below += 1;
	}
}
