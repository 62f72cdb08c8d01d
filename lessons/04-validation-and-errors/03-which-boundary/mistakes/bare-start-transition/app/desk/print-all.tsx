"use client";

import { startTransition } from "react";
import { printAll } from "./actions";

export function PrintAll() {
	return (
		<button
			type="button"
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
