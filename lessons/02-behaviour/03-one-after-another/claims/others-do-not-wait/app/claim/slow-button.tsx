"use client";

export function SlowButton({ slowAction }: { slowAction: () => Promise<void> }) {
	return (
		<button type="button" onClick={() => slowAction()}>
			Slow
		</button>
	);
}
