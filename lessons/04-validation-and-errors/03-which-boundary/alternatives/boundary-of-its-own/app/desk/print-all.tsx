"use client";

import { useTransition } from "react";
import { printAll } from "./actions";

export function PrintAll() {
	const [pending, startTransition] = useTransition();

	return (
		<button
			type="button"
			disabled={pending}
			onClick={() =>
				startTransition(async () => {
					await printAll();
				})
			}
		>
			All badges
		</button>
	);
}
