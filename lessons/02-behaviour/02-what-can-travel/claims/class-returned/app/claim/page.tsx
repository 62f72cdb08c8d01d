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
					try {
						await callMe();
						setAnswer("fulfilled");
					} catch (error) {
						setAnswer(`rejected: ${error}`);
					}
				}}
			>
				Call
			</button>
			<p role="status">{answer}</p>
		</>
	);
}
