"use client";

import { useState } from "react";
import { remind } from "./actions";

export function RemindButton({ name }: { name: string }) {
	const [sending, setSending] = useState(false);

	async function handleClick() {
		setSending(true);
		try {
			await remind(name);
		} finally {
			setSending(false);
		}
	}

	return (
		<button type="button" disabled={sending} onClick={handleClick}>
			{sending ? "Sending…" : "Remind"}
		</button>
	);
}
