"use client";

import { useActionState } from "react";
import { report } from "./actions";

export function ReportForm() {
	const [thanks, reportAction] = useActionState(report, "");

	return (
		<form className="card" action={reportAction}>
			<div className="field">
				<label htmlFor="name">Your name</label>
				<input type="text" id="name" name="name" required />
			</div>
			<div className="field">
				<label htmlFor="thing">What did you lose?</label>
				<input type="text" id="thing" name="thing" required />
			</div>
			<button type="submit">Report</button>
			<p role="status">{thanks}</p>
		</form>
	);
}
