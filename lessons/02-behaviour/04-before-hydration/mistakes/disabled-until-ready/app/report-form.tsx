"use client";

import { useActionState, useEffect, useState } from "react";
import { report } from "./actions";

export function ReportForm() {
	const [thanks, reportAction] = useActionState(report, "");
	const [ready, setReady] = useState(false);
	useEffect(() => setReady(true), []);

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
			<button type="submit" disabled={!ready}>
				Report
			</button>
			<p role="status">{thanks}</p>
		</form>
	);
}
