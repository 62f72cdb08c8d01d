"use client";

import { useState } from "react";
import { callMe } from "./actions";

export default function Page() {
	const [answer, setAnswer] = useState("");

	return (
		<>
			<button
				type="button"
				onClick={async () => {
					await callMe((text) => setAnswer(text));
				}}
			>
				Call
			</button>
			<p role="status">{answer}</p>
		</>
	);
}
