"use client";

import { useState } from "react";
import { quick, slow } from "./actions";

export default function Page() {
	const [message, setMessage] = useState("");

	return (
		<>
			<button type="button" onClick={() => slow()}>
				Slow
			</button>
			<button
				type="button"
				onClick={() => {
					quick();
					setMessage("quick called");
				}}
			>
				Quick
			</button>
			<p role="status">{message}</p>
		</>
	);
}
