"use client";

import { useActionState } from "react";

export function CallButton({ action }: { action: () => Promise<void> }) {
	const [answer, formAction] = useActionState(async () => {
		await action();
		return "done";
	}, "");

	return (
		<form action={formAction}>
			<button type="submit">Quietly</button>
			<p role="status">{answer}</p>
		</form>
	);
}
