"use client";

import { useRef, useState } from "react";
import { saveDraft } from "./actions";

export function LetterField({ draft }: { draft: string }) {
	const [status, setStatus] = useState("");
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

	function handleChange(text: string) {
		setStatus("");
		clearTimeout(timer.current);
		timer.current = setTimeout(() => {
			saveDraft(text);
			setStatus("Saved");
		}, 400);
	}

	return (
		<div className="field">
			<label htmlFor="letter">Letter</label>
			<textarea id="letter" rows={8} defaultValue={draft} onChange={(event) => handleChange(event.target.value)} />
			<p role="status">{status}</p>
		</div>
	);
}
