"use client";

import { useFormStatus } from "react-dom";
import { remind } from "./actions";

export function RemindButton({ name }: { name: string }) {
	return (
		<form action={remind.bind(null, name)}>
			<Submit />
		</form>
	);
}

function Submit() {
	const { pending } = useFormStatus();
	return (
		<button type="submit" disabled={pending}>
			{pending ? "Sending…" : "Remind"}
		</button>
	);
}
