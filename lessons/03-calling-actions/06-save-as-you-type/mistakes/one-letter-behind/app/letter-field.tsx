"use client";

import { useRef, useState } from "react";
import { saveDraft } from "./actions";

export function LetterField({ draft }: { draft: string }) {
	const [text, setText] = useState(draft);
	const [status, setStatus] = useState("");
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

	function handleChange(newText: string) {
		setText(newText);
		setStatus("");
		clearTimeout(timer.current);
		timer.current = setTimeout(async () => {
			setStatus("Saving…");
			await saveDraft(text);
			setStatus("Saved");
		}, 400);
	}

	return (
		<div className="field">
			<label htmlFor="letter">Letter</label>
			<textarea id="letter" rows={8} value={text} onChange={(event) => handleChange(event.target.value)} />
			<p role="status">{status}</p>
		</div>
	);
}
