"use client";

import { useState } from "react";
import { remind } from "./actions";

export function RemindButton({ name }: { name: string }) {
	const [sending, setSending] = useState(false);

	function handleClick() {
		setSending(true);
		remind(name);
		setSending(false);
	}

	return (
		<button type="button" disabled={sending} onClick={handleClick}>
			{sending ? "Sending…" : "Remind"}
		</button>
	);
}
