"use client";

export default function DeskError({ error, reset }: { error: Error; reset: () => void }) {
	return (
		<div className="card" role="alert">
			<h2>That did not work</h2>
			<p>{error.message}</p>
			<button type="button" onClick={reset}>
				Try again
			</button>
		</div>
	);
}
