"use client";

import { actionWithAnUnusualName } from "./actions";

export function ClientForm() {
	return (
		<form action={actionWithAnUnusualName}>
			<button type="submit">Keep</button>
		</form>
	);
}
