"use client";

import { useState } from "react";
import { outer } from "./actions";

export default function Page() {
	const [message, setMessage] = useState("");

	return (
		<>
			<button type="button" onClick={async () => setMessage(await outer())}>
				Outer
			</button>
			<p role="status">{message}</p>
		</>
	);
}
