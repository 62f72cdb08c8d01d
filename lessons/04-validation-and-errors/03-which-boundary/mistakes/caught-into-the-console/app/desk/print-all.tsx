"use client";

import { printAll } from "./actions";

export function PrintAll() {
	return (
		<button
			type="button"
			onClick={async () => {
				try {
					await printAll();
				} catch (error) {
					console.warn(error);
				}
			}}
		>
			All badges
		</button>
	);
}
