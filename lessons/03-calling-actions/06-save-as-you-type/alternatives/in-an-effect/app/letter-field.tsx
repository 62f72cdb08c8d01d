"use client";

import { useEffect, useState, useTransition } from "react";
import { saveDraft } from "./actions";

export function LetterField({ draft }: { draft: string }) {
	const [text, setText] = useState(draft);
	const [savedText, setSavedText] = useState(draft);
	const [isPending, startTransition] = useTransition();

	useEffect(() => {
		if (text === savedText) return;
		const timer = setTimeout(() => {
			startTransition(async () => {
				await saveDraft(text);
				setSavedText(text);
			});
		}, 300);
		return () => clearTimeout(timer);
	}, [text, savedText]);

	return (
		<div className="field">
			<label htmlFor="letter">Letter</label>
			<textarea id="letter" rows={8} value={text} onChange={(event) => setText(event.target.value)} />
			<p role="status">{isPending ? "Saving…" : text === savedText && text !== draft ? "Saved" : ""}</p>
		</div>
	);
}
