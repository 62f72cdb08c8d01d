"use client";

import { useState } from "react";
import { saveDraft } from "../actions";

export default function Page() {
	const [answers, setAnswers] = useState(0);

	return (
		<>
			<p>Answers: {answers}</p>
			<input
				aria-label="Word"
				onChange={async (event) => {
					await saveDraft(event.target.value);
					setAnswers((count) => count + 1);
				}}
			/>
		</>
	);
}
