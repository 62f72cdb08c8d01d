import type { Socket } from "node:net";

/** Passes on both ways what comes, until either ends; both end then. `open` holds them meanwhile. */
export function joinSockets(first: Socket, second: Socket, open: Set<Socket>): void {
	for (const [one, other] of [
		[first, second],
		[second, first],
	] as const) {
		open.add(one);
		one.on("error", () => other.destroy());
		one.on("close", () => {
			open.delete(one);
			other.destroy();
		});
		one.pipe(other);
	}
}
