"use client";

import { useState } from "react";
import { planTrip } from "./actions";

const people = ["Ada", "Grace", "Edsger"];

export function Planner() {
	const [from, setFrom] = useState("2026-05-01");
	const [to, setTo] = useState("2026-05-03");
	const [guests, setGuests] = useState(new Set<string>());
	const [message, setMessage] = useState("");

	async function plan() {
		try {
			const planned = await planTrip({ from: new Date(from), to: new Date(to), guests });
			setMessage(planned.toString());
		} catch (error) {
			setMessage(`That did not work. ${error instanceof Error ? error.message : ""}`);
		}
	}

	function toggle(person: string, joins: boolean) {
		const next = new Set(guests);
		if (joins) next.add(person);
		else next.delete(person);
		setGuests(next);
	}

	return (
		<div className="card">
			<div className="field">
				<label htmlFor="from">First day</label>
				<input id="from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
			</div>
			<div className="field">
				<label htmlFor="to">Last day</label>
				<input id="to" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
			</div>
			{people.map((person) => (
				<label key={person} className="row">
					{person}
					<input
						type="checkbox"
						style={{ width: "auto" }}
						checked={guests.has(person)}
						onChange={(event) => toggle(person, event.target.checked)}
					/>
				</label>
			))}
			<button type="button" onClick={plan}>
				Plan
			</button>
			<p role="status">{message}</p>
		</div>
	);
}
