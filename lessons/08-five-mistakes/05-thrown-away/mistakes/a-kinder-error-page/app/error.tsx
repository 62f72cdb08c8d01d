"use client";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
	return (
		<div className="card">
			<p role="alert">{error.message}</p>
			<button type="button" onClick={reset}>
				Back to the form
			</button>
		</div>
	);
}
