"use client";

import { useState } from "react";
import { printAll } from "./actions";

export function PrintAll() {
	const [failed, setFailed] = useState(false);

	async function print() {
		setFailed(false);
		try {
			await printAll();
		} catch {
			setFailed(true);
		}
	}

	return (
		<>
			<p className="error" role="alert">
				{failed && "The badges could not be printed. Is the printer plugged in?"}
			</p>
			<button type="button" onClick={print}>
				All badges
			</button>
		</>
	);
}
