"use client";

import { printAll } from "./actions";

export function PrintAll() {
	return (
		<button type="button" onClick={() => printAll()}>
			All badges
		</button>
	);
}
