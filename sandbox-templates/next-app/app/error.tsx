"use client";

/** Shown in place of a page that threw an error. */
export default function ErrorPage({
	error,
	reset,
}: {
	error: Error & { digest?: string };
	reset: () => void;
}) {
	return (
		<div className="card" role="alert">
			<h1>Something went wrong</h1>
			<p>{error.message}</p>
			<button type="button" onClick={reset}>
				Try again
			</button>
		</div>
	);
}
