"use client";

import { useActionState } from "react";
import { vote } from "./actions";

export function VoteButton({ id, title }: { id: number; title: string }) {
	const [result, voteAction] = useActionState(vote.bind(null, id), null);

	return (
		<form action={voteAction} style={{ margin: 0 }}>
			<button type="submit" aria-label={`Vote for ${title}`}>
				Vote
			</button>
			{result?.ok === false && <p role="alert">{result.error}</p>}
		</form>
	);
}
