"use client";

import { vote } from "./actions";

export function VoteButton({ id, title }: { id: number; title: string }) {
	return (
		<>
			<button type="button" aria-label={`Vote for ${title}`} onClick={() => vote(id)}>
				Vote
			</button>
			<span role="alert" className="error" />
		</>
	);
}
