"use client";

import { keep } from "./actions";

export function ClientForm() {
	return (
		<form action={keep}>
			<input type="hidden" name="text" value="client" />
			<button type="submit">From the client part</button>
		</form>
	);
}
