"use client";

import { useState, useTransition } from "react";
import { vote } from "./actions";

export function VoteButton({ id, title }: { id: number; title: string }) {
	const [error, setError] = useState("");
	const [pending, startTransition] = useTransition();

	function give() {
		startTransition(async () => {
			const result = await vote(id);
			startTransition(() => setError(result.error));
		});
	}

	return (
		<>
			<button type="button" aria-label={`Vote for ${title}`} onClick={give} disabled={pending}>
				Vote
			</button>
			<span role="alert" className="error">
				{error}
			</span>
		</>
	);
}
