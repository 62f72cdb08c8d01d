"use client";

import { useState } from "react";
import { note } from "./actions";

export default function Page() {
	const [message, setMessage] = useState("");

	return (
		<>
			<button
				type="button"
				onClick={async () => {
					await Promise.all([note(1), note(2), note(3)]);
					setMessage("done");
				}}
			>
				All at once
			</button>
			<p role="status">{message}</p>
		</>
	);
}
