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
				onClick={async () => {
					const trip = new Trip();
					const back = await callMe(trip);
					setAnswer(`${back === trip ? "the very same" : "another"} trip, ${back.days} days`);
				}}
			>
				Call
			</button>
			<p role="status">{answer}</p>
		</>
	);
}
