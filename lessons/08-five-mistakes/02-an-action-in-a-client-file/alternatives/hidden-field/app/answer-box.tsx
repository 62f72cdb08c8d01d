"use client";

import { useActionState, useState } from "react";
import { answer } from "./actions";

const LIMIT = 100;

export function AnswerBox({ questionId }: { questionId: number }) {
	const [, formAction, pending] = useActionState(answer, 0);
	const [length, setLength] = useState(0);

	return (
		<form action={formAction} style={{ marginBottom: 0 }}>
			<input
				name="text"
				aria-label={`Answer to question ${questionId}`}
				onChange={(event) => setLength(event.target.value.length)}
				required
			/>
			<p className="muted">{LIMIT - length} characters left</p>
			<input type="hidden" name="question" value={questionId} />
			<button type="submit" disabled={pending} aria-label={`Answer question ${questionId}`}>
				Answer
			</button>
		</form>
	);
}
