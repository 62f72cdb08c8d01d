"use client";

import { useState } from "react";
import { ask } from "./actions";

export default function Page() {
	const [answer, setAnswer] = useState("");
	return (
		<>
			<button
				type="button"
				onClick={() =>
					ask().then(
						(bird) => setAnswer(bird.name),
						() => setAnswer("rejected"),
					)
				}
			>
				Ask
			</button>
			<p role="status">{answer}</p>
		</>
	);
}
