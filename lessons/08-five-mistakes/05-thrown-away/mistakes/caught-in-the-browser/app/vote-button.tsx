"use client";

import { useState } from "react";
import { vote } from "./actions";

export function VoteButton({ id, title }: { id: number; title: string }) {
	const [error, setError] = useState("");

	async function give() {
		try {
			await vote(id);
		} catch (problem) {
			setError(problem instanceof Error ? problem.message : "Something went wrong.");
		}
	}

	return (
		<>
			<button type="button" aria-label={`Vote for ${title}`} onClick={give}>
				Vote
			</button>
			<span role="alert" className="error">
				{error}
			</span>
		</>
	);
}
