"use client";

import { useState } from "react";

const LIMIT = 100;

export function AnswerBox({
	questionId,
	answerAction,
}: {
	questionId: number;
	answerAction: (formData: FormData) => Promise<void>;
}) {
	const [length, setLength] = useState(0);

	return (
		<form action={answerAction} style={{ marginBottom: 0 }}>
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
