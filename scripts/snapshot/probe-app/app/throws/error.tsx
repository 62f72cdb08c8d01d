"use client";

export default function Failed({ error, reset }: { error: Error; reset: () => void }) {
	return <button onClick={reset}>{error.message}</button>;
}
