"use client";

import { useState } from "react";

/** A text field that says how much of its limit is left. */
export function CountedField({ name, label, limit }: { name: string; label: string; limit: number }) {
	const [text, setText] = useState("");

	return (
		<>
			<input name={name} aria-label={label} value={text} onChange={(event) => setText(event.target.value)} />
			<p className="muted">{limit - text.length} characters left</p>
		</>
	);
}
