"use client";

export default function DeskError({ error }: { error: Error }) {
	return (
		<div className="card" role="alert">
			<h2>That did not work</h2>
			<p>{error.message}</p>
			<button type="button">Try again</button>
		</div>
	);
}
