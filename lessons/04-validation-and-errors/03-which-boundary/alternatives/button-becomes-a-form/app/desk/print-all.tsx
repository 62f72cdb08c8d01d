"use client";

import { printAll } from "./actions";

export function PrintAll() {
	return (
		<form action={printAll}>
			<button type="submit">All badges</button>
		</form>
	);
}
