"use client";

import { useState } from "react";
import { callMe } from "./actions";

class Trip {
	days = 3;
}

export default function Page() {
	const [answer, setAnswer] = useState("");

	return (
		<>
			<button
				type="button"
				onClick={async (event) => setAnswer(await callMe([() => {}, event, /a/, new Error("b"), new Trip()]))}
			>
				Call
			</button>
			<p role="status">{answer}</p>
		</>
	);
}
