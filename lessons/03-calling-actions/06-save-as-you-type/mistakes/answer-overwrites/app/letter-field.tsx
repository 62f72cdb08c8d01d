"use client";

import { useRef, useState } from "react";
import { saveDraft } from "./actions";

export function LetterField({ draft }: { draft: string }) {
	const [text, setText] = useState(draft);
	const [status, setStatus] = useState("");
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const newest = useRef(draft);

	function handleChange(newText: string) {
		newest.current = newText;
		setText(newText);
		setStatus("");
		clearTimeout(timer.current);
		timer.current = setTimeout(() => save(newText), 400);
	}

	async function save(newText: string) {
		setStatus("Saving…");
		setText(await saveDraft(newText));
		if (newest.current === newText) setStatus("Saved");
	}

	return (
		<div className="field">
			<label htmlFor="letter">Letter</label>
			<textarea id="letter" rows={8} value={text} onChange={(event) => handleChange(event.target.value)} />
			<p role="status">{status}</p>
		</div>
	);
}
