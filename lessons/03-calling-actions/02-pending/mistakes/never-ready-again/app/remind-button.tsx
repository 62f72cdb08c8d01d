"use client";

import { useTransition } from "react";
import { remind } from "./actions";

export function RemindButton({ name }: { name: string }) {
	const [isPending, startTransition] = useTransition();

	function handleClick() {
		startTransition(async () => {
			await remind(name);
		});
	}

	return (
		<button type="button" disabled={isPending} onClick={handleClick}>
			{isPending ? "Sending…" : "Remind"}
		</button>
	);
}
