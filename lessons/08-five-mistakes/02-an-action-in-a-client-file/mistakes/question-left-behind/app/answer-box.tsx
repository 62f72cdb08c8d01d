"use client";

import { useState } from "react";
import { answer } from "./actions";
import { LIMIT } from "./limit";

export function AnswerBox({ questionId }: { questionId: number }) {
	const [length, setLength] = useState(0);

	return (
		<form action={answer} style={{ marginBottom: 0 }}>
			<input
				name="text"
				aria-label={`Answer to question ${questionId}`}
				onChange={(event) => setLength(event.target.value.length)}
				required
			/>
			<p className="muted">{LIMIT - length} characters left</p>
			<button type="submit" aria-label={`Answer question ${questionId}`}>
				Answer
			</button>
		</form>
	);
}
