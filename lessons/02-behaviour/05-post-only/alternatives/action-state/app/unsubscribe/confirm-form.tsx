"use client";

import { useActionState } from "react";
import { unsubscribe } from "./actions";

export function ConfirmForm({ id, email }: { id: number; email: string }) {
	const [message, formAction] = useActionState(unsubscribe, "");
	if (message) return <p role="status">{message}</p>;

	return (
		<form action={formAction}>
			<p>No more letters to {email}?</p>
			<input type="hidden" name="id" value={id} />
			<button type="submit">Unsubscribe</button>
		</form>
	);
}
