"use client";

import { useSearchParams } from "next/navigation";
import { report } from "./actions";

export function ReportForm() {
	const name = useSearchParams().get("thanks");

	return (
		<form className="card" action={report}>
			<div className="field">
				<label htmlFor="name">Your name</label>
				<input type="text" id="name" name="name" required />
			</div>
			<div className="field">
				<label htmlFor="thing">What did you lose?</label>
				<input type="text" id="thing" name="thing" required />
			</div>
			<button type="submit">Report</button>
			<p role="status">{name && `Thank you, ${name}.`}</p>
		</form>
	);
}
