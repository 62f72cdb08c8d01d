"use client";

import { useRef, useState } from "react";
import { saveDraft } from "./actions";

export function LetterField({ draft }: { draft: string }) {
	const [status, setStatus] = useState("");
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const newest = useRef(draft);

	function handleChange(text: string) {
		newest.current = text;
		setStatus("");
		timer.current = setTimeout(() => save(text), 400);
	}

	async function save(text: string) {
		setStatus("Saving…");
		await saveDraft(text);
		// Somebody may have typed on in the meantime.
		if (newest.current === text) setStatus("Saved");
	}

	return (
		<div className="field">
			<label htmlFor="letter">Letter</label>
			<textarea id="letter" rows={8} defaultValue={draft} onChange={(event) => handleChange(event.target.value)} />
			<p role="status">{status}</p>
		</div>
	);
}
