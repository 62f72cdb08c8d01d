"use client";

import { useEffect, useState } from "react";
import { report } from "./actions";

export function ReportForm() {
	const [name, setName] = useState("");
	const [thing, setThing] = useState("");
	const [thanks, setThanks] = useState("");

	useEffect(() => {
		report("ready", "hydrated");
	}, []);

	return (
		<div className="card">
			<div className="field">
				<label htmlFor="name">Your name</label>
				<input type="text" id="name" name="name" onChange={(event) => setName(event.target.value)} />
			</div>
			<div className="field">
				<label htmlFor="thing">What did you lose?</label>
				<input type="text" id="thing" name="thing" onChange={(event) => setThing(event.target.value)} />
			</div>
			<button type="button" onClick={async () => setThanks(await report(name, thing))}>
				Report
			</button>
			<p role="status">{thanks}</p>
		</div>
	);
}
