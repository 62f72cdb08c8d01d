"use client";

import { closeJob } from "./actions";

export function DoneButton({ id, title }: { id: number; title: string }) {
	async function close() {
		await closeJob(id);
		window.location.reload();
	}

	return (
		<button type="button" aria-label={`Done: ${title}`} onClick={close}>
			Done
		</button>
	);
}
