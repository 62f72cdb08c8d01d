"use client";

import { useRef, useState } from "react";
import { saveDraft } from "./actions";

export function LetterField({ draft }: { draft: string }) {
	const [status, setStatus] = useState("");
	const newest = useRef(draft);

	async function handleChange(text: string) {
		newest.current = text;
		setStatus("Saving…");
		await saveDraft(text);
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
