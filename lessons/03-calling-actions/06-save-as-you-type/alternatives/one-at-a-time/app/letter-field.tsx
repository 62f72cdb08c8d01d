"use client";

import { useRef, useState } from "react";
import { saveDraft } from "./actions";

export function LetterField({ draft }: { draft: string }) {
	const [status, setStatus] = useState("");
	const newest = useRef(draft);
	const busy = useRef(false);

	async function handleChange(text: string) {
		newest.current = text;
		if (busy.current) return;
		busy.current = true;
		setStatus("Saving…");
		// However much was typed while a save was under way, only the newest text is saved next.
		let saved: string;
		do {
			saved = newest.current;
			await saveDraft(saved);
		} while (saved !== newest.current);
		busy.current = false;
		setStatus("Saved");
	}

	return (
		<div className="field">
			<label htmlFor="letter">Letter</label>
			<textarea
				id="letter"
				rows={8}
				defaultValue={draft}
				onChange={(event) => handleChange(event.target.value)}
			/>
			<p role="status">{status}</p>
		</div>
	);
}
