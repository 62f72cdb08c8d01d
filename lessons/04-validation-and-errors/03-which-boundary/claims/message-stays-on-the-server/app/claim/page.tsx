"use client";

import { useState } from "react";
import { fail } from "./actions";

export default function Page() {
	const [seen, setSeen] = useState("");

	async function ask() {
		try {
			await fail();
		} catch (error) {
			const { digest, message } = error as Error & { digest?: string };
			setSeen(`${digest}: ${message}`);
		}
	}

	return (
		<>
			<button type="button" onClick={ask}>
				Ask
			</button>
			<p role="status">{seen}</p>
		</>
	);
}
