"use client";

import { useState } from "react";
import { saveDraft } from "./actions";

export function LetterField({ draft }: { draft: string }) {
	const [status, setStatus] = useState("");

	async function save(text: string) {
		setStatus("Saving…");
		await saveDraft(text);
		setStatus("Saved");
	}

	return (
		<div className="field">
			<label htmlFor="letter">Letter</label>
			<textarea id="letter" rows={8} defaultValue={draft} onBlur={(event) => save(event.target.value)} />
			<p role="status">{status}</p>
		</div>
	);
}
